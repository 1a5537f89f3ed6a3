import type { Readable, Writable } from 'node:stream';
import type { TextPort } from '../../cdp/message-link.ts';
import { readInGulps } from './read-in-gulps.ts';
import { writeTogether } from './write-together.ts';

/** `--remote-debugging-pipe`: JSON messages that end with a zero byte, one pipe each way. */
export function pipePort(toBrowser: Writable, fromBrowser: Readable): TextPort {
  let tell: (text: string) => void = () => {};
  let parts: Buffer[] = [];
  readInGulps(fromBrowser, (chunk) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      const last = chunk.subarray(from, end);
      from = end + 1;
      const text =
        parts.length === 0 ? last.toString('utf8') : Buffer.concat([...parts, last]).toString('utf8');
      parts = [];
      tell(text);
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  });
  const closed = new Promise<void>((resolve) => {
    fromBrowser.once('close', () => resolve());
    fromBrowser.once('error', () => resolve());
    // Writing to a browser that is gone is no fault of its own; `closed` tells.
    toBrowser.once('error', () => resolve());
  });
  return {
    send(text) {
      if (!toBrowser.destroyed) writeTogether(toBrowser, `${text}\0`);
    },
    listen(listener) {
      tell = listener;
    },
    closed,
  };
}
