import { subSource } from '../../source/sub-source.ts';
import type { Reader } from '../reader.ts';

/** JSON, perhaps behind a UTF-8 byte order mark. The bytes stay where they are. */
export const json: Reader = {
  id: 'har-json',
  async open(outer, offset, context) {
    if (offset === 0) return { source: outer, needsOuter: true };
    context.note({
      code: 'file/byte-order-mark',
      path: '',
      found: 'a UTF-8 byte order mark before the JSON',
      assumed: 'nothing',
      seenIn: 'Fiddler, files saved by Windows editors',
    });
    return { source: subSource(outer, offset, outer.sizeBytes - offset), needsOuter: true };
  },
};
