import type { Rule } from '../../../findings/rule.ts';

/** What readers note when a file ends before it is finished. */
const cutNotes: ReadonlySet<string> = new Set([
  'file/truncated',
  'file/compressed-cut',
  'file/base64-ends-early',
]);

/**
 * Finds captures that were cut off: an upload that broke, a full disk. Everything before the cut was read; the failure that
 * one looks for may lie behind it.
 */
export const truncated: Rule<'capture/truncated'> = {
  meta: { id: 'capture/truncated', severity: 'warning', class: 'proven', knowledgeId: 'capture/truncated' },
  *detect(view) {
    const note = view.capture.notes.find(({ code }) => cutNotes.has(code));
    if (note === undefined) return;
    yield {
      entries: [],
      evidence: [],
      facts: {
        entries: view.index.length,
        ...(note.byteOffset === undefined ? {} : { byteOffset: note.byteOffset }),
      },
    };
  },
};
