import { type Capture, EntryFlag } from '@harrier/har';
import type { FindingFacts } from '@harrier/knowledge';

type Read = Pick<Capture, 'notes' | 'index'>;

/** What is wrong with a capture as a file. Lost as soon as it is written anew: the copy is whole. */
export type FileDamage = {
  [Id in 'capture/truncated' | 'capture/damaged']: { readonly ruleId: Id; readonly facts: FindingFacts[Id] };
}['capture/truncated' | 'capture/damaged'];

/** What readers note when a file ends before it is finished. */
const cutNotes: ReadonlySet<string> = new Set([
  'file/truncated',
  'file/compressed-cut',
  'file/base64-ends-early',
]);

/** What readers note where bytes are broken, not merely odd. */
const damageNotes: ReadonlySet<string> = new Set([
  'json/damaged',
  'file/compressed-damaged',
  'zip/member-damaged',
  'saz/member-damaged',
]);

/** None: the file is whole. Numbers and positions alone, no captured text. */
export function fileDamage(capture: Read): readonly FileDamage[] {
  const cut = cutFacts(capture);
  const broken = damageFacts(capture);
  return [
    ...(cut === undefined ? [] : [{ ruleId: 'capture/truncated', facts: cut } as const]),
    ...(broken === undefined ? [] : [{ ruleId: 'capture/damaged', facts: broken } as const]),
  ];
}

/** undefined: the file is not cut off. */
export function cutFacts({ notes, index }: Read): FindingFacts['capture/truncated'] | undefined {
  const note = notes.find(({ code }) => cutNotes.has(code));
  if (note === undefined) return undefined;
  const { byteOffset } = note;
  return { entries: index.length, ...(byteOffset === undefined ? {} : { byteOffset }) };
}

/** undefined: nothing in the file is broken. */
export function damageFacts({ notes, index }: Read): FindingFacts['capture/damaged'] | undefined {
  const told = notes.filter(({ code }) => damageNotes.has(code));
  let damagedEntries = 0;
  for (let row = 0; row < index.length; row++) if (isDamaged(index, row)) damagedEntries++;
  if (told.length === 0 && damagedEntries === 0) return undefined;
  const [first] = told;
  const damages = told.reduce((sum, { count = 1 }) => sum + count, 0);
  return {
    damages: Math.max(damages, damagedEntries),
    damagedEntries,
    ...(first?.line === undefined ? {} : { line: first.line }),
    ...(first?.byteOffset === undefined ? {} : { byteOffset: first.byteOffset }),
  };
}

/** Whether an entry could only be read leniently. */
export function isDamaged({ columns }: Read['index'], row: number): boolean {
  return ((columns.flags[row] as number) & EntryFlag.damaged) !== 0;
}
