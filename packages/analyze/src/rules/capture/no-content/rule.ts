import { textResponses } from '../../../findings/evidence-held.ts';
import type { Rule } from '../../../findings/rule.ts';

/** Half: below that bodies are missing here and there, as they do in every capture. */
const MISSING_SHARE = 0.5;
/** Of two answers nothing can be told. */
const LEAST_RESPONSES = 3;

/**
 * Finds captures without the text of their answers (HAR saved "without content", performance tools): error texts, in-body
 * errors and permissions cannot be seen in them. Counted are textual answers of 200 to 299 that had content.
 */
export const noContent: Rule<'capture/no-content'> = {
  meta: { id: 'capture/no-content', severity: 'warning', class: 'proven', knowledgeId: 'capture/content' },
  *detect(view) {
    const { all, withText } = textResponses(view);
    if (all < LEAST_RESPONSES || withText > (1 - MISSING_SHARE) * all) return;
    yield { entries: [], evidence: [], facts: { textResponses: all, withoutContent: all - withText } };
  },
};
