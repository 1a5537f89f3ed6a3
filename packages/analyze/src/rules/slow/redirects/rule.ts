import { type RedirectChain, redirectChains } from '../../../chains/redirects.ts';
import { urlPlace } from '../../../exchange/path-template.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import type { Rule } from '../../../findings/rule.ts';
import { isApiCall, isSound } from '../../../slow/sound.ts';

/** One redirect is a way to say "here"; two could have been one. */
const HOPS = 2;
/** What Lighthouse calls a redirect worth saving is 100 ms; below it nothing is lost. */
const COST_MS = 100;
/** From here on a person notices. */
const NOTICED_MS = 500;
/** Signing in goes from one service to the next on purpose. */
const signIn = /log-?in|sign-?in|oauth|authorize|saml|\bsso\b|\bidp?\b|openid|callback|adfs|accounts?\./i;

/**
 * Finds time spent on being sent elsewhere: two redirects and more in a row, or a redirect of an API call.
 * Milder: chains of a sign-in, and what costs less than half a second altogether (info).
 * Quiet on: single redirects of pages, loops (which are failures), redirects inside the browser (307 of HSTS: no time).
 */
export const redirects: Rule<'slow/redirects'> = {
  meta: { id: 'slow/redirects', severity: 'warning', class: 'proven', knowledgeId: 'http/redirects' },
  *detect(view) {
    for (const chain of redirectChains(view)) {
      const [first] = chain.hops;
      const exchange = view.exchange(first);
      // Where they end in a failure, nobody minds the time.
      const all = chain.target === undefined ? chain.hops : [...chain.hops, chain.target];
      if (!all.every((row) => isSound(view, row))) continue;
      if (exchange === undefined || !isWorthSaving(view, chain)) continue;
      const redirectMs = chain.hops.reduce((sum, row) => sum + (view.durationMs(row) ?? 0), 0);
      if (redirectMs < COST_MS || isLoop(view, chain)) continue;
      const isMild = redirectMs < NOTICED_MS || urlsOf(view, chain).some((url) => signIn.test(placeOf(url)));
      yield {
        entries: chain.target === undefined ? chain.hops : [...chain.hops, chain.target],
        evidence: chain.hops.flatMap((row) => {
          const hop = view.exchange(row);
          return hop === undefined ? [] : headerEvidence(hop, 'response', 'location', 'cause');
        }),
        facts: {
          ...exchangeFacts(exchange, 1),
          hops: chain.hops.length,
          redirectMs: Math.round(redirectMs),
        },
        ...(isMild ? { severity: 'info' as const } : {}),
      };
    }
  },
};

function isWorthSaving(view: CaptureView, { hops, target }: RedirectChain): boolean {
  // A redirect that nobody followed cost its caller no second request.
  return hops.length >= HOPS || (target !== undefined && isApiCall(view, hops[0]));
}

function urlsOf(view: CaptureView, { hops, target }: RedirectChain): string[] {
  return [...hops, target].flatMap((row) =>
    row === undefined ? [] : (view.exchange(row)?.entry.request.url ?? []),
  );
}

function placeOf(url: string): string {
  const { host, path } = urlPlace(url);
  return host + path;
}

function isLoop(view: CaptureView, chain: RedirectChain): boolean {
  const urls = urlsOf(view, chain);
  return new Set(urls).size < urls.length;
}
