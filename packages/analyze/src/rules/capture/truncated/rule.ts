import { cutFacts } from '../../../findings/file-damage.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds captures that were cut off: an upload that broke, a full disk. Everything before the cut was read; the failure that
 * one looks for may lie behind it.
 */
export const truncated: Rule<'capture/truncated'> = {
  meta: { id: 'capture/truncated', severity: 'warning', class: 'proven', knowledgeId: 'capture/truncated' },
  *detect({ capture, index }) {
    const facts = cutFacts({ notes: capture.notes, index });
    if (facts !== undefined) yield { entries: [], evidence: [], facts };
  },
};
