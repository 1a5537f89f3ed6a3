import type { FailureOf } from '../../failures/failure.ts';
import type { CaptureView, ColumnView } from '../../findings/capture-view.ts';

/** Failures by a status that says so: 401, 403, 407, 419. */
export function refusals(view: CaptureView): FailureOf<'auth'>[] {
  return view.failures.filter(
    (failure) => failure.reading === 'auth' && failure.authKind === 'refused',
  ) as FailureOf<'auth'>[];
}

/** The status of a refusal. */
export function statusOf({ exchange }: FailureOf<'auth'>): number {
  return exchange.entry.response.status ?? 0;
}

/**
 * What a refusal says of itself: the body's line, its code, the challenge, and the start of a text. Captured text, to be looked
 * through and never to be shown.
 */
export function refusalWords({ exchange }: Pick<FailureOf<'auth'>, 'exchange'>): string {
  const { error, entry, responseText } = exchange;
  const challenge = entry.response.headers.find(
    ({ name }) => name.toLowerCase() === 'www-authenticate',
  )?.value;
  return [
    error?.family === 'network' ? undefined : error?.text,
    error?.code,
    challenge?.slice(0, 2000),
    responseText?.slice(0, 4000),
  ]
    .filter((text) => text !== undefined)
    .join('\n');
}

/** So many other requests are looked at to learn what requests usually carry. */
const SAMPLE = 40;

/** Where something was refused: requests to the same hosts, and a spread over the whole capture. */
export function* requestsBesideRefusals(view: ColumnView): Generator<number> {
  const { status } = view.index.columns;
  const isRefused = (row: number) => [401, 403, 407, 419].includes(status[row] as number);
  const hosts = new Set(view.rowsOfKinds(isRefused).map((row) => view.host(row)));
  if (hosts.size === 0) return;
  yield* spread(
    view.rowsOfKinds((row) => hosts.has(view.host(row)) && view.method(row) !== 'OPTIONS'),
    SAMPLE,
  );
  yield* spread(view.rowsByStart, SAMPLE);
}

/** About so many rows, evenly from first to last. */
export function* spread(rows: readonly number[], count: number): Generator<number> {
  const step = Math.max(1, Math.floor(rows.length / count));
  for (let at = 0; at < rows.length; at += step) yield rows[at] as number;
}
