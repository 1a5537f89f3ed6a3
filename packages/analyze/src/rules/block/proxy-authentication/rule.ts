import { alike } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { Failure } from '../../../failures/failure.ts';
import { headerEvidence, networkErrorEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import { failedPreflights } from '../../../failures/preflights.ts';
import type { Rule } from '../../../findings/rule.ts';

const proxyCodes = /PROXY_AUTH|TUNNEL_CONNECTION_FAILED|PROXY_HTTP_1_1_REQUIRED/;

/**
 * Finds requests that a proxy did not let through because it wants to know who asks: status 407, or the tunnel to the host
 * was refused. Of a refused tunnel the browser tells no status: strong, not proven.
 * Quiet on: a 407 that the browser answered (NTLM and Negotiate begin with one). Spec: RFC 9110 §11.7, §15.5.8.
 */
export const proxyAuthentication: Rule<'block/proxy-authentication'> = {
  meta: {
    id: 'block/proxy-authentication',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'network/proxy',
    supersedes: ['auth/unauthorized', 'fail/network', 'fail/unreachable'],
  },
  *detect(view) {
    const refused = view.failures.filter(
      (failure) => isRefusal(failure) && view.healedBy(failure.row) === undefined,
    );
    for (const group of alike(refused, (failure) => codeOf(failure) ?? '407')) {
      const [first] = group;
      const { row, exchange } = first;
      const code = codeOf(first);
      yield {
        entries: group.flatMap(({ row: failed }) => [failed, ...failedPreflights(view, failed)]),
        evidence: [
          ...networkErrorEvidence(exchange),
          statusEvidence(row),
          ...headerEvidence(exchange, 'response', 'proxy-authenticate', 'cause'),
        ],
        facts: { ...exchangeFacts(exchange, group.length), ...(code === undefined ? {} : { code }) },
        ...(code !== undefined && /TUNNEL/.test(code) ? { class: 'strong' as const } : {}),
      };
    }
  },
};

function isRefusal(failure: Failure): boolean {
  return failure.exchange.entry.response.status === 407 || proxyCodes.test(codeOf(failure) ?? '');
}

function codeOf(failure: Failure): string | undefined {
  return failure.reading === 'network' ? failure.code : undefined;
}
