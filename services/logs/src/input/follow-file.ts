import { type FileHandle, open, stat } from 'node:fs/promises';

export interface FollowOptions {
  /** `start` reads what is there first; `end` only what comes. */
  readonly from: 'start' | 'end';
  /** Ends the following. */
  readonly signal: AbortSignal;
  /** Each turn looks for more; the default waits `POLL_MS`. Ends the following when it ends. */
  readonly turns?: AsyncIterable<unknown>;
  /** `rotated` another file has the name now · `truncated` it was emptied and is read from its beginning. */
  readonly onNote?: (note: FollowNote) => void;
}

export interface FollowNote {
  readonly kind: 'rotated' | 'truncated';
  readonly file: string;
}

/** As `tail -F` does; watching instead misses files on network drives. */
const POLL_MS = 500;
const LINE_FEED = 0x0a;
const READ_BYTES = 256 * 1024;

/**
 * What a file holds and what is added to it, as it is added. A file that takes the name over (rotation) is read from its
 * beginning once the old one has been read to its end; a file that does not exist is waited for. An empty chunk says that
 * nothing more is there for now.
 */
export async function* followFile(file: string, options: FollowOptions): AsyncGenerator<Uint8Array> {
  const { signal, onNote } = options;
  let handle: FileHandle | undefined;
  let position = 0;
  let isFirst = true;
  let lastByte = LINE_FEED;
  try {
    for await (const _ of options.turns ?? waits(signal)) {
      if (signal.aborted) return;
      if (handle === undefined) {
        handle = await openIfThere(file);
        if (handle === undefined) {
          // What appears later is new, all of it.
          isFirst = false;
          continue;
        }
        position = isFirst && options.from === 'end' ? (await handle.stat()).size : 0;
        isFirst = false;
      }
      for (;;) {
        const { size } = await handle.stat();
        if (size < position) {
          onNote?.({ kind: 'truncated', file });
          position = 0;
          yield lineEnd(lastByte);
        }
        if (size === position) {
          if (!(await isReplaced(file, handle))) break;
          // Its writer may have added a last line before it let go.
          if ((await handle.stat()).size > position) continue;
          onNote?.({ kind: 'rotated', file });
          await handle.close();
          handle = await openIfThere(file);
          position = 0;
          if (handle === undefined) break;
          yield lineEnd(lastByte);
          continue;
        }
        const bytes = new Uint8Array(Math.min(READ_BYTES, size - position));
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, position);
        if (bytesRead === 0) break;
        position += bytesRead;
        lastByte = bytes[bytesRead - 1]!;
        yield bytes.subarray(0, bytesRead);
        if (signal.aborted) return;
      }
      yield new Uint8Array();
    }
  } finally {
    await handle?.close();
  }
}

/** The last line of what was there may lack its line feed; what comes is no part of it. */
function lineEnd(lastByte: number): Uint8Array {
  return lastByte === LINE_FEED ? new Uint8Array() : Uint8Array.of(LINE_FEED);
}

async function openIfThere(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether the name belongs to another file now. A name that is gone may come back: the old file stays open. */
async function isReplaced(file: string, handle: FileHandle): Promise<boolean> {
  const now = await stat(file).catch(() => undefined);
  if (now === undefined) return false;
  const held = await handle.stat();
  return now.ino !== held.ino || now.dev !== held.dev;
}

async function* waits(signal: AbortSignal): AsyncGenerator<void> {
  while (!signal.aborted) {
    yield;
    await new Promise<void>((resolve) => {
      const stop = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      }, POLL_MS);
      signal.addEventListener('abort', stop, { once: true });
    });
  }
}
