import { EntryFlag, NO_RANGE } from '../entry-index/entry-index.ts';
import type { EntryRecorder } from './entry-recorder.ts';
import type { NoteTaker } from './note-taker.ts';

/** Tells what was odd about the structure of a file that is JSON. */
export function tellOddities(recorder: EntryRecorder, notes: NoteTaker): void {
  const { oddities, length, columns } = recorder;
  for (const { kind, offset, found, entryIndex } of oddities) {
    const common = { path: '/log/entries', byteOffset: offset, found };
    if (kind === 'element-no-object')
      notes.add({
        ...common,
        code: 'entry/no-object',
        assumed: 'not an entry',
        ...(entryIndex === undefined ? {} : { entryIndex }),
      });
    else if (kind === 'entry-too-long')
      notes.add({ ...common, code: 'entry/too-long', assumed: 'left out: longer than the limit' });
    else if (kind === 'entries-again')
      notes.add({ ...common, code: 'log/entries-again', assumed: 'its entries were added' });
    else notes.add({ ...common, code: 'log/entries-no-array', assumed: 'no entries' });
  }
  if (recorder.sawLog && recorder.entriesDepth === 0) {
    notes.add({
      code: 'log/no-entries',
      path: '/log/entries',
      found: 'missing',
      assumed: 'no entries',
    });
  }
  let withoutRequest = 0;
  let duplicates = 0;
  for (let row = 0; row < length; row++) {
    const flags = columns.flags[row] as number;
    if ((flags & EntryFlag.duplicateKey) !== 0) duplicates++;
    if (columns.method[row] === 0 && columns.urlLength[row] === NO_RANGE && (flags & EntryFlag.damaged) === 0)
      withoutRequest++;
  }
  if (duplicates > 0)
    notes.add({
      code: 'entry/duplicate-key',
      path: '/log/entries',
      found: 'the same key twice in one object',
      assumed: 'the last one',
      count: duplicates,
    });
  if (withoutRequest > 0)
    notes.add({
      code: 'entry/no-request',
      path: '/log/entries',
      found: 'no request',
      assumed: 'kept as it is',
      count: withoutRequest,
    });
}
