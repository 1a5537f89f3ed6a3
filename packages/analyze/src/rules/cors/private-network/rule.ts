import type { CorsErrorName } from '@harrier/knowledge';
import { pageOrigin, shownOrigin } from '../../../cors/origin.ts';
import { alike } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { Failure, FailureOf } from '../../../failures/failure.ts';
import { networkErrorEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { FindingClass } from '../../../findings/finding.ts';
import type { Rule } from '../../../findings/rule.ts';
import { refusalEntries, toldEvidence } from '../refusal.ts';

/** What Chromium writes when a page of the Internet asks for a host of the local network (net_error_list.h). */
const code = /ERR_BLOCKED_BY_(?:LOCAL|PRIVATE)_NETWORK_ACCESS_CHECKS/;

/**
 * Finds requests of public pages to the local network that the browser stopped: by its own code, or because the preflight's
 * answer lacks Access-Control-Allow-Private-Network. A hint where only `net::ERR_FAILED` and the host's name speak for it: measured
 * on Chromium 156, that is all that its export says. Spec: Private Network Access (WICG); Local Network Access (WICG).
 */
export const privateNetwork: Rule<'cors/private-network'> = {
  meta: {
    id: 'cors/private-network',
    severity: 'error',
    class: 'strong',
    knowledgeId: 'cors/overview',
    supersedes: [
      'block/by-administrator',
      'block/by-client',
      'block/content-security-policy',
      'block/mixed-content',
      'block/response-policy',
      'fail/network',
    ],
  },
  *detect(view) {
    const failures = view.failures.filter((failure) => reasonOf(failure) !== undefined);
    for (const group of alike(failures, (failure) => reasonOf(failure) ?? '')) {
      const [first] = group;
      const origin = pageOrigin(first.exchange.entry);
      const cors = group.filter((failure) => failure.reading === 'cors');
      yield {
        entries: cors.length === group.length ? refusalEntries(cors) : group.map(({ row }) => row),
        evidence: [
          ...(first.reading === 'cors' ? toldEvidence(first) : []),
          ...networkErrorEvidence(first.exchange),
          statusEvidence(first.row),
        ],
        ...classOf(cors),
        facts: {
          ...exchangeFacts(first.exchange, group.length),
          reason: reasonOf(first) ?? 'LocalNetworkAccessPermissionDenied',
          ...(origin === undefined ? {} : { origin: shownOrigin(origin) }),
        },
      };
    }
  },
};

function classOf(cors: readonly FailureOf<'cors'>[]): { readonly class?: FindingClass } {
  if (cors.length > 0 && cors.every(({ verdict }) => verdict?.isTold === true)) return { class: 'proven' };
  return cors.some(({ sign }) => sign === 'not-in-capture') ? { class: 'hint' } : {};
}

const ownReasons: ReadonlySet<CorsErrorName> = new Set<CorsErrorName>([
  'PreflightMissingAllowPrivateNetwork',
  'PreflightInvalidAllowPrivateNetwork',
  'LocalNetworkAccessPermissionDenied',
]);

function reasonOf(failure: Failure): CorsErrorName | undefined {
  if (failure.reading === 'cors') {
    const reason = failure.verdict?.reason;
    return reason !== undefined && ownReasons.has(reason) ? reason : undefined;
  }
  const { error } = failure.exchange.entry;
  return error !== undefined && code.test(error) ? 'LocalNetworkAccessPermissionDenied' : undefined;
}
