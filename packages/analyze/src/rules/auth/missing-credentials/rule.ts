import { siteOfHost } from '../../../cookies/registrable-domain.ts';
import { alike } from '../../../failures/alike.ts';
import { errorFacts, exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { errorTextEvidence, headerEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import { carriesCredentials, isSanitized } from '../../../findings/evidence-held.ts';
import type { Rule } from '../../../findings/rule.ts';
import { refusals, requestsBesideRefusals, statusOf } from '../refused.ts';

/**
 * Finds requests that were answered 401 and carried neither Authorization nor a cookie, while other requests to the same site
 * do: the page forgot to attach them, or they were gone.
 * Quiet where nothing is proven by absence: exports without credentials (Chrome's default since 130, our own sanitizing),
 * requests whose fields were not captured whole, and challenges that were answered (NTLM and Negotiate begin so).
 * Spec: RFC 9110 §11.6.2, §15.5.2.
 */
export const missingCredentials: Rule<'auth/missing-credentials'> = {
  meta: {
    id: 'auth/missing-credentials',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'auth/refused',
    supersedes: ['auth/unauthorized'],
  },
  wants: (view) =>
    refusals(view).some((failure) => statusOf(failure) === 401) ? ['request-credentials'] : [],
  opens: requestsBesideRefusals,
  *detect(view) {
    if (!view.holds('request-credentials') || isSanitized(view)) return;
    const sites = sitesWithCredentials(view);
    const failures = refusals(view).filter((failure) => isBare(failure, view, sites));
    for (const group of alike(failures, ({ exchange, row }) =>
      JSON.stringify([exchange.error?.text, view.healedBy(row) === undefined]),
    )) {
      const [{ row, exchange }] = group;
      const healed = view.healedBy(row) !== undefined;
      const { errorText } = errorFacts(exchange);
      yield {
        entries: group.map((failure) => failure.row),
        evidence: [
          statusEvidence(row),
          ...errorTextEvidence(exchange, 'context'),
          ...headerEvidence(exchange, 'response', 'www-authenticate'),
        ],
        facts: {
          ...exchangeFacts(exchange, group.length),
          status: 401,
          ...(errorText === undefined ? {} : { errorText }),
          healed,
        },
        ...(healed ? { severity: 'warning' as const } : {}),
      };
    }
  },
};

function isBare(failure: FailureOf<'auth'>, view: CaptureView, sites: ReadonlySet<string>): boolean {
  const { row, exchange } = failure;
  if (statusOf(failure) !== 401 || carriesCredentials(view, row)) return false;
  if (!sites.has(siteOfHost(view.host(row))) || !isCapturedWhole(failure)) return false;
  return !exchange.entry.response.headers.some(
    ({ name, value }) =>
      /^(?:www|proxy)-authenticate$/i.test(name) &&
      /^\s*(?:negotiate|ntlm|kerberos|digest|basic)\b/i.test(value),
  );
}

/** Chrome shows provisional fields where it did not see the request leave; what the network adds is not among them. */
function isCapturedWhole({ exchange }: FailureOf<'auth'>): boolean {
  return exchange.entry.request.headers.some(({ name }) =>
    /^(?:host|:authority|accept-language|accept-encoding|sec-fetch-mode|connection)$/i.test(name),
  );
}

function sitesWithCredentials(view: CaptureView): ReadonlySet<string> {
  const sites = new Set<string>();
  for (const row of view.openedRows) {
    const site = siteOfHost(view.host(row));
    if (!sites.has(site) && carriesCredentials(view, row)) sites.add(site);
  }
  return sites;
}
