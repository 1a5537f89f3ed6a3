import { type RedirectChain, redirectChains, redirectTarget } from '../../../chains/redirects.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { headerEvidence, networkErrorEvidence } from '../../../failures/failure-evidence.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import type { Evidence } from '../../../findings/finding.ts';
import { greatestOf } from '../../../findings/greatest.ts';
import type { Rule } from '../../../findings/rule.ts';

/** Twice is the way in which sites set a cookie and look whether it comes back; the third time nothing has changed. */
const LEAST_VISITS = 3;

/**
 * Finds redirects that lead in a circle: the browser gave up after twenty, or one address was visited three times in a row of
 * redirects. A warning where the row ended well. A row of redirects without a circle that the browser gave up is told as that.
 * A circle through a sign-in is told by `auth/redirect-loop`.
 * Spec: RFC 9110 §15.4; Fetch standard, HTTP-redirect fetch (20 redirects).
 */
export const redirectLoop: Rule<'fail/redirect-loop'> = {
  meta: {
    id: 'fail/redirect-loop',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'network/redirect-loop',
    supersedes: ['fail/network'],
  },
  *detect(view) {
    const chains = redirectChains(view);
    const told = new Set<number>();
    for (const failure of givenUpLoops(view)) {
      const chain = chains.find(({ hops, target }) => target === failure.row || hops.includes(failure.row));
      // Some exporters write the error beside the last redirect itself.
      const hops = (chain?.hops ?? []).filter((row) => row !== failure.row);
      for (const row of [failure.row, ...hops]) told.add(row);
      const first = hops[0] === undefined ? failure.exchange : (view.exchange(hops[0]) ?? failure.exchange);
      yield {
        entries: [failure.row, ...hops],
        evidence: [...networkErrorEvidence(failure.exchange), ...locations(view, hops)],
        facts: {
          ...exchangeFacts(first, 1),
          ...(failure.code === undefined ? {} : { code: failure.code }),
          gaveUp: true,
          isCircle: isCircle(view, hops),
          ...(hops.length === 0 ? {} : { redirects: hops.length, addresses: addressesOf(view, hops) }),
        },
      };
    }
    for (const chain of chains) {
      const { hops, target } = chain;
      if (hops.some((row) => told.has(row)) || mostVisits(view, chain) < LEAST_VISITS) continue;
      const first = view.exchange(hops[0]);
      if (first === undefined) continue;
      const endedWell = target !== undefined && view.outcome(target) === 'answered';
      yield {
        entries: [...hops, ...(target === undefined ? [] : [target])],
        evidence: locations(view, hops),
        facts: {
          ...exchangeFacts(first, 1),
          gaveUp: false,
          isCircle: true,
          redirects: hops.length,
          addresses: addressesOf(view, hops),
        },
        ...(endedWell ? { severity: 'warning' as const } : {}),
        class: 'strong',
      };
    }
  },
};

function givenUpLoops(view: CaptureView): FailureOf<'network'>[] {
  return view.failures.filter(
    (failure): failure is FailureOf<'network'> =>
      failure.reading === 'network' && failure.network === 'redirect-loop',
  );
}

function urlsOf(view: CaptureView, rows: readonly number[]): string[] {
  return rows.map((row) => view.exchange(row)?.entry.request.url.replace(/#.*$/s, '') ?? String(row));
}

function addressesOf(view: CaptureView, rows: readonly number[]): number {
  return new Set(urlsOf(view, rows)).size;
}

/** Whether some address was visited twice, so that it would never have ended. */
function isCircle(view: CaptureView, rows: readonly number[]): boolean {
  return rows.length > 0 && addressesOf(view, rows) < rows.length;
}

function mostVisits(view: CaptureView, { hops, target }: RedirectChain): number {
  const visits = new Map<string, number>();
  const end = target === undefined ? undefined : redirectTarget(view.exchange(hops.at(-1) ?? hops[0]));
  for (const url of [...urlsOf(view, hops), ...(end === undefined ? [] : [end])])
    visits.set(url, (visits.get(url) ?? 0) + 1);
  return greatestOf(visits.values());
}

function locations(view: CaptureView, hops: readonly number[]): Evidence[] {
  return hops.slice(0, 3).flatMap((row) => {
    const exchange = view.exchange(row);
    return exchange === undefined ? [] : headerEvidence(exchange, 'response', 'location', 'cause');
  });
}
