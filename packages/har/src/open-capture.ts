import { readBody } from './body/read-body.ts';
import type { Capture, OpenOptions, PackedCapture } from './capture.ts';
import type { Entry } from './entry/model.ts';
import { normaliseEntry } from './entry/normalise-entry.ts';
import { detectProducer, isDevTools, type Producer } from './entry/producer.ts';
import { readEntryWithoutBodies, readWholeEntry } from './entry/read-entry-json.ts';
import { findUserAgent } from './entry/user-agent.ts';
import { packIndex, unpackIndex } from './entry-index/transfer.ts';
import { readLogMembers } from './log/log-members.ts';
import { readLogMeta } from './log/read-log-meta.ts';
import { HarReadError } from './notes/har-read-error.ts';
import type { ReadNote } from './notes/read-note.ts';
import { type Unwrapped, unwrap } from './read/unwrap.ts';
import { type HarScan, indexHar } from './scan/index-har.ts';
import { describeJson } from './sniff/describe-json.ts';
import type { ByteSource } from './source/byte-source.ts';
import { takeOutRepeatedTls } from './timings/repeated-tls.ts';

/** Enough of a JSON text to see its first keys. */
const JSON_HEAD_BYTES = 64 * 1024;

/**
 * Opens a capture of any kind: takes its wrappings off (gzip, zip, SAZ, UTF-16 …), indexes its entries, and reads
 * what its log says. Bodies and everything else stay in the file until they are asked for.
 * The capture owns `source` from then on. After an error it is closed, unless its wrappings could not be taken off:
 * then the caller may try again with another password or member.
 * Errors: {@link import('./notes/har-read-error.ts').HarReadErrorCode}.
 */
export async function openCapture(source: ByteSource, options: OpenOptions = {}): Promise<Capture> {
  const unwrapped = await unwrap(source, options);
  try {
    const scan = await indexHar(unwrapped.source, options);
    return await captureOf(unwrapped, scan);
  } catch (cause) {
    const error = await nameOtherJson(unwrapped.source, cause);
    await unwrapped.source.close?.();
    throw error;
  }
}

/** Where JSON is no capture, says what it is if that is known: a Postman collection, a net log, a trace. */
async function nameOtherJson(source: ByteSource, cause: unknown): Promise<unknown> {
  if (!(cause instanceof HarReadError) || cause.code !== 'har/not-a-capture') return cause;
  const other = describeJson(await source.read(0, JSON_HEAD_BYTES));
  if (other === undefined) return cause;
  return new HarReadError(cause.code, `This is ${other.what}, not a capture.`, {
    cause,
    nextStep: other.nextStep,
  });
}

/**
 * Opens a capture again, in another thread say, with what was learned when it was first opened: nothing is read until it
 * is asked for. `source`: the bytes that `Capture.source` held.
 */
export function reopenCapture(source: ByteSource, packed: PackedCapture): Capture {
  const scan = { ...packed.scan, index: unpackIndex(packed.index) };
  return assemble({ ...packed, source, scan, openAttached: undefined });
}

async function captureOf(unwrapped: Unwrapped, scan: HarScan): Promise<Capture> {
  const { source, container, openAttached } = unwrapped;
  const { meta, notes } = readLogMeta(await readLogMembers(source, scan));
  const producer = await producerOf(source, scan, meta);
  if (producer.countsTlsTwice) takeOutRepeatedTls(scan.index);
  return assemble({
    source,
    container,
    openAttached,
    scan,
    engine: scan.engine,
    log: meta,
    producer,
    notes: [...unwrapped.notes, ...scan.notes, ...notes],
  });
}

interface CaptureParts
  extends Pick<Capture, 'source' | 'container' | 'log' | 'producer' | 'notes' | 'engine'> {
  readonly scan: Pick<HarScan, 'index' | 'shape' | 'members' | 'head'>;
  readonly openAttached: Capture['openAttached'] | undefined;
}

function assemble({ source, scan, openAttached, ...known }: CaptureParts): Capture {
  const { index, ...places } = scan;
  const { container, log, producer, notes, engine } = known;

  const open = async (row: number): Promise<{ entry: Entry; notes: ReadNote[] }> =>
    normaliseEntry(await readEntryWithoutBodies(source, index, row), row, { producer });
  const openEntry = async (row: number): Promise<Entry> => (await open(row)).entry;
  const openRawEntry = async (row: number): Promise<unknown> => await readWholeEntry(source, index, row);
  const file = { source, index, openEntry, openRawEntry, ...(openAttached ? { openAttached } : {}) };

  const pack = (): PackedCapture => {
    const { message, transfer } = packIndex(index);
    const { shape, members, head } = places;
    const kept = { shape, members, ...(head === undefined ? {} : { head }) };
    return { container, log, producer, notes, engine, index: message, transfer, scan: kept };
  };

  return {
    source,
    container,
    index,
    log,
    producer,
    notes,
    engine,
    pack: () => (openAttached === undefined ? pack() : undefined),
    openEntry,
    openNotes: async (row) => (await open(row)).notes,
    openRawEntry,
    openRawLog: async () => await readLogMembers(source, places),
    ...(openAttached ? { openAttached } : {}),
    openBody: async (row, side, bodyOptions) => await readBody(file, row, side, bodyOptions),
    close: async () => await source.close?.(),
  };
}

/** Chromium's browsers differ by User-Agent only, so a request is looked at for it; other programs name themselves. */
async function producerOf(
  source: ByteSource,
  { index }: HarScan,
  log: Parameters<typeof detectProducer>[0],
): Promise<Producer> {
  const producer = detectProducer(log);
  if (!isDevTools(producer)) return producer;
  const userAgent = await findUserAgent(source, index);
  return userAgent === undefined ? producer : detectProducer({ ...log, userAgent });
}
