import { inBodyTroubles } from '../../../failures/in-body-troubles.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds SOAP faults, behind whatever status: SOAP 1.1 sends them with 500, many services with 200. The fault's code says whose
 * mistake the service thinks it is (`Client`, `Sender`: what was sent; `Server`, `Receiver`: its own).
 * Spec: SOAP 1.1 §4.4, §6.2; SOAP 1.2 Part 1 §5.4.
 */
export const soapFault: Rule<'fail/soap-fault'> = {
  meta: {
    id: 'fail/soap-fault',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'errors/soap',
    supersedes: ['fail/error-in-success', 'fail/http-5xx', 'fail/http-4xx'],
  },
  *detect(view) {
    for (const { error, entries, evidence, facts } of inBodyTroubles(
      view,
      (family) => family === 'soap',
      'any-status',
    ))
      yield { entries, evidence, facts: { ...facts, blames: blamed(error.code) } };
  },
};

/** By the local name: prefixes are free. */
function blamed(code: string | undefined): 'sender' | 'service' | 'unknown' {
  const local = code?.slice(code.lastIndexOf(':') + 1) ?? '';
  if (/^(?:Client|Sender)\b/i.test(local)) return 'sender';
  return /^(?:Server|Receiver)\b/i.test(local) ? 'service' : 'unknown';
}
