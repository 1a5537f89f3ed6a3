import { EntryFlag } from '@harrier/har';
import type { Rule } from '../../../findings/rule.ts';

/** What readers note where bytes are broken, not merely odd. */
const damageNotes: ReadonlySet<string> = new Set([
  'json/damaged',
  'file/compressed-damaged',
  'zip/member-damaged',
  'saz/member-damaged',
]);

/**
 * Finds captures that are broken in the middle: edited by hand, searched and replaced, badly transferred. Everything around
 * the damage was read; damaged entries were read leniently and may lack members.
 */
export const damaged: Rule<'capture/damaged'> = {
  meta: { id: 'capture/damaged', severity: 'warning', class: 'proven', knowledgeId: 'capture/damaged' },
  *detect(view) {
    const notes = view.capture.notes.filter(({ code }) => damageNotes.has(code));
    const { flags } = view.index.columns;
    const isDamaged = (flag: number) => (flag & EntryFlag.damaged) !== 0;
    if (notes.length === 0 && !flags.subarray(0, view.index.length).some(isDamaged)) return;
    const rows = view.rowsByStart.filter((row) => isDamaged(flags[row] as number));
    const [first] = notes;
    const damages = notes.reduce((sum, { count = 1 }) => sum + count, 0);
    yield {
      entries: rows,
      evidence: rows.slice(0, 10).map((entry) => ({ entry, pointer: '', role: 'cause' as const })),
      facts: {
        damages: Math.max(damages, rows.length),
        damagedEntries: rows.length,
        ...(first?.line === undefined ? {} : { line: first.line }),
        ...(first?.byteOffset === undefined ? {} : { byteOffset: first.byteOffset }),
      },
    };
  },
};
