import type { Exchange } from '../../../exchange/exchange.ts';
import { inBodyTroubles } from '../../../failures/in-body-troubles.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds commands that BroadWorks refused behind a status of success: `ErrorResponse` in an OCI document, or its sentence
 * (`[Error 4219] …`) in the answer of a service in between. One document holds several commands; says how many of them there
 * were, as one may fail alone.
 * Elements are read by their local names: documents in the field declare wrong namespaces.
 * Spec: OCI-P schema, ErrorResponse (summary, summaryEnglish, errorCode).
 */
export const ociError: Rule<'fail/oci-error'> = {
  meta: {
    id: 'fail/oci-error',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'errors/oci',
    supersedes: ['fail/batch-item', 'fail/error-in-success', 'fail/http-5xx', 'fail/http-4xx'],
  },
  *detect(view) {
    for (const { failures, entries, evidence, facts } of inBodyTroubles(
      view,
      (family) => family === 'oci',
      'any-status',
    )) {
      const commands = commandsIn(failures[0].exchange);
      yield { entries, evidence, facts: { ...facts, ...(commands === undefined ? {} : { commands }) } };
    }
  },
};

/** How many commands were answered; undefined where the answer does not say. */
function commandsIn({ responseText = '' }: Exchange): number | undefined {
  const elements = responseText.match(/<(?:[\w-]{1,40}:)?command[\s>]/g)?.length;
  if (elements !== undefined) return elements;
  return responseText.match(/"command"\s{0,4}:/g)?.length;
}
