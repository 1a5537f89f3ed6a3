import type { Exchange } from '../../../exchange/exchange.ts';
import { statusTroubles } from '../../../failures/status-troubles.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds answers of 400 to 499 that no more exact rule explains (401, 403 and 407 are `auth/unauthorized`, refused
 * preflights `cors/…`): the service understood and said no, mostly because of what was sent.
 * Milder: what browsers fetch by themselves (icons, source maps), pictures and fonts, requests that nobody misses, questions
 * whether something is there (HEAD, a read answered 404 or 416), and what succeeded when it was asked again.
 * Spec: RFC 9110 §15.5.
 */
export const http4xx: Rule<'fail/http-4xx'> = {
  meta: { id: 'fail/http-4xx', severity: 'error', class: 'proven', knowledgeId: 'status/4xx' },
  *detect(view) {
    for (const { failures, entries, evidence, facts, minor } of statusTroubles(
      view,
      (status) => status < 500,
    )) {
      const [{ exchange }] = failures;
      const isMinor = minor || decoration.test(exchange.entry.request.url) || isQuestion(exchange);
      yield {
        entries,
        evidence,
        facts,
        severity: unasked.test(exchange.entry.request.url) ? 'info' : isMinor ? 'warning' : 'error',
      };
    }
  },
};

/** Browsers and their developer tools ask for these unasked. */
const unasked =
  /\/(?:favicon[^/]*\.\w+|apple-touch-icon[^/]*\.png|robots\.txt|[^/]*\.map)(?:[?#]|$)|\/\.well-known\//i;

/** A page without one of these looks poorer and works. */
const decoration = /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|woff2?|ttf|otf|eot|mp3|mp4|webm)(?:[?#]|$)/i;

/**
 * A page that asks whether something is there, and is told that it is not: HEAD, a read of a resource that nobody made yet
 * (404), or of a part behind the end (416). Often the answer that it expects; what it shows then is its own business.
 */
function isQuestion({ entry }: Exchange): boolean {
  const { method } = entry.request;
  if (method === 'HEAD') return true;
  const { status } = entry.response;
  return (
    method === 'GET' &&
    (status === 404 || status === 416) &&
    /^(?:xhr|fetch)?$/.test(entry.resourceType ?? '')
  );
}
