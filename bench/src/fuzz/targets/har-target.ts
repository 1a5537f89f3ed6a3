import {
  type Capture,
  HarReadError,
  memorySource,
  type OpenOptions,
  openCapture,
  phaseBreakdown,
  writeHar,
} from '@harrier/har';
import { reshapedJson } from '../mutate-json.ts';
import { repositoryFiles } from '../repository-files.ts';
import { type FuzzTarget, holds } from '../target.ts';
import { HAR_WORDS } from './har-words.ts';

const MOST_BYTES = 64 * 1024;

/** Both engines, JSON.parse, every way to look into an entry, and what is written again. */
export const harTarget: FuzzTarget = {
  name: 'har',
  summary: 'WebAssembly = TypeScript = JSON.parse; every entry opens; what is written reads back',
  seeds: async () => repositoryFiles('fixtures/corpus', /\.(?:har|json)$/, 32 * 1024),
  words: HAR_WORDS,
  mostBytes: MOST_BYTES,
  reshape: reshapedJson,
  async run(input) {
    // Any size that cuts it somewhere else, and the same for the same input.
    const chunkBytes = 64 + ((input.length * 31) % 2000);
    const typescript = await opened(input, { engine: 'typescript' });
    const wasm = await opened(input, { engine: 'wasm', chunkBytes });
    holds('both engines say the same', told(typescript) === told(wasm));
    if (typescript instanceof HarReadError || wasm instanceof HarReadError) {
      holds('what JSON.parse reads as a capture is opened', !isPlainCapture(input));
      return;
    }
    toldWhereDamaged(input, typescript);
    await likeJsonParse(input, typescript);
    await everyEntryOpens(typescript);
    await readsBack(typescript);
  },
};

/** Opens bytes as a capture; of errors only those that reading promises. */
export async function opened(input: Uint8Array, options: OpenOptions = {}): Promise<Capture | HarReadError> {
  try {
    return await openCapture(memorySource(input), options);
  } catch (error) {
    if (error instanceof HarReadError) return error;
    throw error;
  }
}

function told(outcome: Capture | HarReadError): string {
  if (outcome instanceof HarReadError)
    return JSON.stringify([outcome.code, outcome.byteOffset, outcome.message]);
  const { index, notes, log } = outcome;
  const columns = Object.entries(index.columns).map(([name, column]) => [
    name,
    [...(column as Float64Array).subarray(0, index.length)].map(String),
  ]);
  return JSON.stringify([index.length, columns, index.strings.toArray(), notes, log]);
}

function parsed(input: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(input));
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isPlainCapture(input: Uint8Array): boolean {
  const root = parsed(input);
  if (!isObject(root) || !isObject(root.log) || !Array.isArray(root.log.entries)) return false;
  return root.log.entries.some((entry) => isObject(entry) && isObject(entry.request));
}

/** Those who rely on every byte having been read, as the sanitizer does, ask the notes. */
function toldWhereDamaged(input: Uint8Array, { notes, container }: Capture): void {
  if (container.wrappings.length > 0 || notes.some(({ code }) => DAMAGE.has(code))) return;
  holds('what is not JSON is told as damage', parsed(input) !== undefined);
}

const DAMAGE: ReadonlySet<string> = new Set([
  'json/damaged',
  'file/truncated',
  'file/concatenated',
  'file/trailing-data',
  'file/padding',
]);

async function likeJsonParse(input: Uint8Array, capture: Capture): Promise<void> {
  const root = parsed(input);
  if (!isObject(root) || !isObject(root.log) || !Array.isArray(root.log.entries)) return;
  // The last of equal keys counts in an object; of two logs in one file, or entries beside the log, both are evidence.
  const isTold = (code: string): boolean => code.includes('duplicate') || code === 'log/entries-again';
  if (capture.notes.some(({ code }) => isTold(code))) return;
  const entries = root.log.entries.filter(isObject);
  holds('as many entries as JSON.parse sees', capture.index.length === entries.length);
  for (const [row, entry] of entries.entries())
    holds(
      'an entry is what JSON.parse sees',
      JSON.stringify(await capture.openRawEntry(row)) === JSON.stringify(entry),
    );
}

async function everyEntryOpens(capture: Capture): Promise<void> {
  for (let row = 0; row < capture.index.length; row++) {
    const { spans, timeMs } = phaseBreakdown(await capture.openEntry(row));
    let endMs = 0;
    for (const span of spans.filter(({ within }) => within === undefined)) {
      holds('a phase begins where the one before it ends', span.startMs === endMs && span.endMs >= endMs);
      endMs = span.endMs;
    }
    holds('phases and what is unaccounted are the time', endMs === timeMs && Number.isFinite(timeMs));
    await capture.openNotes(row);
    await capture.openBody(row, 'request');
    await capture.openBody(row, 'response', { maxBytes: 100 });
  }
}

async function readsBack(capture: Capture): Promise<void> {
  const once = await written(capture);
  const again = await opened(once);
  holds('what is written is a capture', !(again instanceof HarReadError));
  if (again instanceof HarReadError) return;
  holds('no entry is lost in writing', again.index.length === capture.index.length);
  const twice = await written(again);
  holds('writing what was written changes nothing', Buffer.compare(once, twice) === 0);
}

async function written(capture: Capture): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await writeHar(capture, async (bytes) => {
    pieces.push(bytes.slice());
  });
  return new Uint8Array(Buffer.concat(pieces));
}
