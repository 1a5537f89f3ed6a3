import { type Exchange, entryUrl } from '@harrier/analyze';
import type { Capture } from '@harrier/har';

/** One step to reproduce, as the capture shows it. URLs without their query. */
export type Step =
  | { readonly kind: 'open'; readonly entry: number; readonly url: string }
  | { readonly kind: 'send'; readonly entry: number; readonly method: string; readonly url: string }
  | { readonly kind: 'observe'; readonly entry: number; readonly result: string };

/** What came long before the error is seldom needed to see it again, and nobody reads a hundred steps. */
const MAX_STEPS_BEFORE = 8;

const changes = /^(?:POST|PUT|PATCH|DELETE)$/;
const byScript = /^(?:xhr|fetch)$/;

/**
 * Drafts the steps that lead to a row: pages that were opened, and changes that were sent. Clicks are not in a capture; the
 * requests that they caused are.
 */
export async function draftSteps(
  capture: Capture,
  row: number,
  exchange: Exchange,
  rowsByStart: readonly number[],
): Promise<readonly Step[]> {
  const before = rowsByStart.slice(0, rowsByStart.indexOf(row));
  const steps: Step[] = [];
  for (const earlier of before) {
    const step = await stepOf(capture, earlier);
    if (step !== undefined) steps.push(step);
  }
  const url = withoutQuery(exchange.entry.request.url);
  const last: Step = isNavigation(capture, row)
    ? { kind: 'open', entry: row, url }
    : { kind: 'send', entry: row, method: exchange.entry.request.method, url };
  return [
    ...steps.slice(-MAX_STEPS_BEFORE),
    last,
    { kind: 'observe', entry: row, result: resultOf(exchange) },
  ];
}

async function stepOf(capture: Capture, row: number): Promise<Step | undefined> {
  const { columns, strings } = capture.index;
  const method = strings.get(columns.method[row] as number);
  if (isNavigation(capture, row)) {
    // Where a redirect leads stands in the next row.
    const status = columns.status[row] as number;
    if (status >= 300 && status < 400) return undefined;
    return { kind: 'open', entry: row, url: withoutQuery(await entryUrl(capture, row)) };
  }
  if (!changes.test(method) || !byScript.test(typeOf(capture, row))) return undefined;
  return { kind: 'send', entry: row, method, url: withoutQuery(await entryUrl(capture, row)) };
}

function isNavigation(capture: Capture, row: number): boolean {
  return typeOf(capture, row) === 'document';
}

function typeOf({ index: { columns, strings } }: Capture, row: number): string {
  return strings.get(columns.resourceType[row] as number);
}

/** Status and the line that says why. */
export function resultOf({ entry, error }: Exchange): string {
  const { status, statusText } = entry.response;
  const answer = status === undefined || status === 0 ? '' : `${status} ${statusText}`.trim();
  const why = error?.text ?? entry.error ?? '';
  return [answer, why].filter(Boolean).join(': ') || '–';
}

export function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}
