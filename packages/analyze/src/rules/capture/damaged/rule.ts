import { damageFacts, isDamaged } from '../../../findings/file-damage.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds captures that are broken in the middle: edited by hand, searched and replaced, badly transferred. Everything around
 * the damage was read; damaged entries were read leniently and may lack members.
 */
export const damaged: Rule<'capture/damaged'> = {
  meta: { id: 'capture/damaged', severity: 'warning', class: 'proven', knowledgeId: 'capture/damaged' },
  *detect({ capture, index, rowsByStart }) {
    const facts = damageFacts({ notes: capture.notes, index });
    if (facts === undefined) return;
    const rows = rowsByStart.filter((row) => isDamaged(index, row));
    yield {
      entries: rows,
      evidence: rows.slice(0, 10).map((entry) => ({ entry, pointer: '', role: 'cause' as const })),
      facts,
    };
  },
};
