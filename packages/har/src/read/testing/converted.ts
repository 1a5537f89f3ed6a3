import { memorySource } from '../../source/memory-source.ts';
import { type UnwrapOptions, unwrap } from '../unwrap.ts';
import { type ArchiveSpec, fiddlerArchive, type SessionSpec } from './fiddler-archive.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests look into JSON of any shape
export type Json = any;

/** The HAR that an archive becomes, with what was noted on the way. */
export async function convert(file: Uint8Array, options: UnwrapOptions = {}): Promise<Json> {
  const unwrapped = await unwrap(memorySource(file), options);
  const text = new TextDecoder().decode(await unwrapped.source.read(0, unwrapped.source.sizeBytes));
  return { har: JSON.parse(text), notes: unwrapped.notes, container: unwrapped.container };
}

/** The entries that such sessions become, the first of them, and the codes of the notes. */
export async function entriesOf(
  sessions: Record<number, SessionSpec>,
  archive: ArchiveSpec = {},
  options = {},
): Promise<Json> {
  const { har, notes } = await convert(await fiddlerArchive(sessions, archive), options);
  return { entries: har.log.entries, entry: har.log.entries[0], notes: notes.map((note: Json) => note.code) };
}

export function joined(...parts: (string | Uint8Array)[]): Uint8Array {
  return Buffer.concat(parts.map((part) => Buffer.from(part as string)));
}

export const OK = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nhello';
