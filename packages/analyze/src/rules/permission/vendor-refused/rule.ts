import { alike } from '../../../failures/alike.ts';
import { errorFacts, exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { Failure, FailureOf } from '../../../failures/failure.ts';
import { errorTextEvidence, headerEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { Rule } from '../../../findings/rule.ts';
import { vendorWords } from './vendor-words.ts';

/**
 * Finds changes that a named company behind the service refused: a gateway's 5xx that passes on a 4xx, or names who said
 * no. The service did its part; who can lift the refusal is that company, or whoever ordered there. The vendor's sentence
 * is told apart from the gateway's.
 * Quiet on: upstream failures of nobody in particular; a service of the same house that a gateway names and passes on; 5xx and silence of the company itself, which is broken and did not
 * refuse.
 */
export const vendorRefused: Rule<'permission/vendor-refused'> = {
  meta: {
    id: 'permission/vendor-refused',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'permission/third-party',
    supersedes: ['fail/upstream'],
  },
  *detect(view) {
    const refused = view.failures.filter(isRefusal);
    for (const group of alike(refused, (failure) => failure.exchange.error?.text ?? '')) {
      const [first] = group;
      const { errorText } = errorFacts(first.exchange);
      const { party, upstreamStatus } = first;
      if (party === undefined || errorText === undefined) continue;
      const healed = group.every(({ row }) => view.healedBy(row) !== undefined);
      yield {
        entries: group.map(({ row }) => row),
        evidence: group.flatMap(({ row, exchange }) => [
          ...errorTextEvidence(exchange),
          statusEvidence(row),
          ...headerEvidence(exchange, 'response', 'x-envoy-upstream-service-time'),
        ]),
        facts: {
          ...exchangeFacts(first.exchange, group.length),
          status: first.exchange.entry.response.status ?? 0,
          errorText,
          party,
          ...vendorWords(errorText, party),
          ...(upstreamStatus === undefined ? {} : { upstreamStatus }),
          healed,
        },
        ...(healed ? { severity: 'warning' as const } : {}),
      };
    }
  },
};

/** Words of somebody who understood and said no; without one of them it may have been down. */
const refusal =
  /reject|refus|denied|declin|invalid|not (?:allowed|permitted|authori[sz]ed|entitled)|forbidden|abgelehnt|verweigert|refusé|拒/i;

function isRefusal(failure: Failure): failure is FailureOf<'upstream'> {
  if (failure.reading !== 'upstream' || failure.party === undefined) return false;
  // What a gateway names as the service behind it belongs to the same house, unless it is called a vendor.
  const { upstreamParty, upstreamIsVendor } = failure.exchange.error ?? {};
  if (upstreamParty === failure.party && upstreamIsVendor !== true) return false;
  if (failure.upstreamStatus !== undefined) return failure.upstreamStatus < 500;
  return failure.exchange.entry.response.status !== 504 && refusal.test(failure.exchange.error?.text ?? '');
}
