import { subSource } from '../../source/sub-source.ts';
import type { Reader } from '../reader.ts';

/** How much may follow the JSON: `);`, blanks, a comment. */
const TAIL_BYTES = 4096;

/** `onInputData({…});` as HAR Viewer publishes captures. What stands between the brackets stays in place. */
export const jsonp: Reader = {
  id: 'jsonp',
  async open(outer, offset, context) {
    const tailStart = Math.max(offset, outer.sizeBytes - TAIL_BYTES);
    const tail = await outer.read(tailStart, outer.sizeBytes - tailStart);
    const close = tail.lastIndexOf(')'.charCodeAt(0));
    const isClosed =
      close >= 0 &&
      new TextDecoder()
        .decode(tail.subarray(0, close))
        .trimEnd()
        .match(/[}\]]$/);
    context.note({
      code: 'file/jsonp',
      path: '',
      found: isClosed ? 'a JavaScript call around the JSON' : 'a JavaScript call that is not closed',
      assumed: isClosed ? 'its argument' : 'its argument, cut at the end of the file',
      seenIn: 'HAR Viewer',
    });
    const end = isClosed ? tailStart + close : outer.sizeBytes;
    return { source: subSource(outer, offset, end - offset), needsOuter: true };
  },
};
