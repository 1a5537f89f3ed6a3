import { isSignInUrl } from '../../../auth/sign-in.ts';
import { redirectChains } from '../../../chains/redirects.ts';
import type { Exchange } from '../../../exchange/exchange.ts';
import { urlPlace } from '../../../exchange/path-template.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence, networkErrorEvidence } from '../../../failures/failure-evidence.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import { greatestOf } from '../../../findings/greatest.ts';
import type { Rule } from '../../../findings/rule.ts';

/** A bounce that sets a cookie comes back once; the third time nothing was learned. */
const LEAST_VISITS = 3;

/**
 * Finds browsers that are sent between a service and its sign-in until they give up: the sign-in holds the person signed in, and
 * the service does not accept it, mostly because its cookie is not kept or not sent. Loops without a sign-in are not told here.
 * Quiet about one bounce, which is how cookies are set. Spec: Fetch standard, HTTP-redirect fetch (20 redirects).
 */
export const redirectLoop: Rule<'auth/redirect-loop'> = {
  meta: {
    id: 'auth/redirect-loop',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'auth/refused',
    supersedes: ['fail/network', 'fail/redirect-loop', 'auth/redirect-to-login'],
  },
  *detect(view) {
    for (const rows of loops(view)) {
      const exchanges = rows.flatMap((row) => view.exchange(row) ?? []);
      const [first] = exchanges;
      const signIn = exchanges.find(({ entry }) => isSignInUrl(entry.request.url));
      if (first === undefined || signIn === undefined) continue;
      const last = exchanges.at(-1);
      const place = urlPlace(signIn.entry.request.url);
      yield {
        entries: rows,
        evidence: [
          ...exchanges
            .slice(0, 4)
            .flatMap((exchange) => headerEvidence(exchange, 'response', 'location', 'cause')),
          ...(last === undefined ? [] : networkErrorEvidence(last, 'symptom')),
        ],
        facts: {
          ...exchangeFacts(first, 1),
          hops: rows.length,
          target: place.host + place.path,
        },
      };
    }
  },
};

/** Chains that visit one address three times, queries aside, or end because the browser gave up; with what gave up. */
function loops(view: CaptureView): number[][] {
  const chains = redirectChains(view).map(({ hops, target }) => [
    ...hops,
    ...(target === undefined ? [] : [target]),
  ]);
  const joined: number[][] = [];
  // A query that changes each time parts the chain where rows are matched by their URL; the same start joins it.
  for (const rows of chains) {
    const previous = joined.at(-1);
    const isNext =
      previous !== undefined &&
      placeOf(view.exchange(previous[0] as number)) === placeOf(view.exchange(rows[0] as number)) &&
      view.startMs(rows[0] as number) - view.startMs(previous.at(-1) as number) < 2000;
    if (isNext) previous.push(...rows.filter((row) => !previous.includes(row)));
    else joined.push([...rows]);
  }
  return joined.filter((rows) => {
    const visits = new Map<string, number>();
    for (const row of rows) {
      const place = placeOf(view.exchange(row));
      visits.set(place, (visits.get(place) ?? 0) + 1);
    }
    const end = view.index.columns.status[rows.at(-1) as number] as number;
    return greatestOf(visits.values()) >= LEAST_VISITS && (end < 200 || end >= 300);
  });
}

function placeOf(exchange: Exchange | undefined): string {
  return exchange?.entry.request.url.replace(/[?#].*$/s, '') ?? '';
}
