import type { ResponsePolicy } from '@harrier/knowledge';
import { failedWith } from '../../../block/stopped.ts';
import type { Exchange } from '../../../exchange/exchange.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { alike } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence, networkErrorEvidence } from '../../../failures/failure-evidence.ts';
import type { Rule } from '../../../findings/rule.ts';

const codes =
  /BLOCKED_BY_RESPONSE|BLOCKED_BY_ORB|DOM_CORP_FAILED|XFO_VIOLATION|FRAME_ANCESTOR|^(?:corp|coep|coop)-/;

const fieldOf: Readonly<Record<ResponsePolicy, string>> = {
  'resource-policy': 'cross-origin-resource-policy',
  'embedder-policy': 'cross-origin-resource-policy',
  'opener-policy': 'cross-origin-opener-policy',
  framing: 'x-frame-options',
  opaque: 'content-type',
};

/**
 * Finds answers that arrived and that the browser did not hand on because of what they, or the page, say about who may use
 * them: Cross-Origin-Resource-Policy, Cross-Origin-Embedder-Policy, framing, Opaque Response Blocking.
 * Milder (warning): pictures and beacons that Opaque Response Blocking stopped; their pages mostly do without.
 * Quiet on: CORS, which asks for permission instead. Source: Chromium's net_error_list.h; Fetch standard, CORP check.
 */
export const responsePolicy: Rule<'block/response-policy'> = {
  meta: {
    id: 'block/response-policy',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'network/blocked',
    supersedes: ['fail/network'],
  },
  *detect(view) {
    for (const group of alike(failedWith(view, codes), ({ code }) => code ?? '')) {
      const [{ row, exchange, code }] = group;
      const policy = policyOf(code, exchange);
      const value = fieldValue(exchange.entry.response.headers, fieldOf[policy])?.trim() ?? '';
      const isPicture = /^(?:image|ping|media|font)$/.test(view.resourceType(row));
      yield {
        entries: group.map((failure) => failure.row),
        evidence: [
          ...headerEvidence(exchange, 'response', fieldOf[policy], 'cause'),
          ...networkErrorEvidence(exchange, 'symptom'),
        ],
        facts: {
          ...exchangeFacts(exchange, group.length),
          code,
          policy,
          // Policies are words; anything else stays out of the facts.
          ...(/^[\w/ ;=.+-]{1,40}$/.test(value) ? { value } : {}),
        },
        ...(policy === 'opaque' && isPicture ? { severity: 'warning' as const } : {}),
      };
    }
  },
};

function policyOf(code: string, { entry }: Exchange): ResponsePolicy {
  if (/ORB/.test(code)) return 'opaque';
  if (/Coep|CoepFrame/i.test(code)) return 'embedder-policy';
  if (/Coop/i.test(code)) return 'opener-policy';
  if (/XFO|FRAME_ANCESTOR/.test(code)) return 'framing';
  if (/NotSame|CORP/.test(code)) return 'resource-policy';
  return entry.resourceType === 'document' ? 'framing' : 'resource-policy';
}
