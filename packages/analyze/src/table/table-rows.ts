import { type Capture, EntryFlag } from '@harrier/har';
import { mayFailInside } from '../exchange/body-marks.ts';
import { openExchange } from '../exchange/exchange.ts';
import { entryStarted, entryUrl } from '../exchange/indexed-text.ts';
import { outcomeOf } from '../exchange/outcome.ts';
import { organisationOfUrl } from '../organisation/organisation.ts';
import { organisationNames } from '../organisation/organisation-names.ts';

/** One request as the table shows it; null where it is not known. */
export interface TableRow {
  readonly index: number;
  readonly startedDateTime: string | null;
  readonly url: string;
  readonly method: string;
  readonly status: number | null;
  readonly trackingId: string | null;
  readonly error: string | null;
  /** The organisation's name where the capture tells it, else its id. */
  readonly org: string | null;
  readonly timeMs: number | null;
}

export interface TableOptions {
  readonly signal?: AbortSignal;
  /** Indexes of the wanted entries in the wanted order; default all, in the file's order. */
  readonly entries?: Iterable<number> | AsyncIterable<number>;
}

/**
 * The table of a capture, row by row, in constant memory: the index answers what it can, and only entries that
 * failed, or may have, are opened.
 */
export async function* tableRows(capture: Capture, options: TableOptions = {}): AsyncGenerator<TableRow> {
  const names = await organisationNames(capture);
  for await (const row of options.entries ?? allRows(capture.index.length)) {
    options.signal?.throwIfAborted();
    yield await tableRow(capture, row, names);
  }
}

function* allRows(length: number): Generator<number> {
  for (let row = 0; row < length; row++) yield row;
}

async function tableRow(
  capture: Capture,
  row: number,
  names: ReadonlyMap<string, string>,
): Promise<TableRow> {
  const { columns, strings } = capture.index;
  const flags = columns.flags[row] as number;
  const outcome = outcomeOf(capture.index, row);
  const needsOpening =
    (flags & EntryFlag.damaged) !== 0 ||
    outcome !== 'answered' ||
    isGrpc(strings.get(columns.mimeType[row] as number)) ||
    (await mayFailInside(capture, row));
  const exchange = needsOpening ? await openExchange(capture, row) : undefined;
  const url = exchange?.entry.request.url ?? (await entryUrl(capture, row));
  const organisation = exchange?.organisation ?? organisationOfUrl(url);
  const trackingId = exchange?.trackingId ?? strings.get(columns.trackingId[row] as number);
  const timeMs = exchange?.entry.timeMs ?? finite(columns.timeMs[row] as number);
  return {
    index: row,
    startedDateTime: (await entryStarted(capture, row)) ?? null,
    url,
    method: strings.get(columns.method[row] as number),
    status: (flags & EntryFlag.hasStatus) === 0 ? null : (columns.status[row] as number),
    trackingId: trackingId === '' ? null : trackingId,
    error: exchange?.error?.text ?? null,
    org: organisation === undefined ? null : (names.get(organisation.id) ?? organisation.id),
    timeMs: timeMs ?? null,
  };
}

/** Under a status of 200, and with a body that is no text, a field says how the call went. */
function isGrpc(mimeType: string): boolean {
  return /^application\/grpc/i.test(mimeType);
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}
