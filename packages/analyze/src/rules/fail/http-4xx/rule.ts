import type { Entry } from '@harrier/har';
import type { Exchange } from '../../../exchange/exchange.ts';
import { urlPlace } from '../../../exchange/path-template.ts';
import { statusTroubles } from '../../../failures/status-troubles.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds answers of 400 to 499 that no more exact rule explains (401, 403 and 407 are `auth/unauthorized`, refused
 * preflights `cors/…`): the service understood and said no, mostly because of what was sent.
 * Milder: what browsers fetch by themselves (icons, source maps), pictures and fonts, requests that nobody misses, questions
 * whether something is there (HEAD, a read of what need not be there answered 404 or 416), and what succeeded when it was
 * asked again. A read of one certain thing, by its id, is no question: who has the id has been told that it is there.
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
      const isMinor =
        minor ||
        decoration.test(exchange.entry.request.url) ||
        failures.every((failure) => isQuestion(view, failure.exchange));
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
 * A page that asks whether something is there, and is told that it is not: HEAD, a read of settings or of a picture that
 * nobody made yet (404), of a name that is free and is taken then, or of a part behind the end (416). Often the answer that
 * it expects; what it shows then is its own business.
 */
function isQuestion(view: ColumnView, { entry }: Exchange): boolean {
  const { method } = entry.request;
  if (method === 'HEAD') return true;
  const { status } = entry.response;
  if (method !== 'GET' || !/^(?:xhr|fetch)?$/.test(entry.resourceType ?? '')) return false;
  if (status === 416) return true;
  return status === 404 && (!namesOne(entry.request.url) || isMadeLater(view, entry));
}

/** Whether the path ends in what tells one thing from others of its kind: an id, a number, an address. */
function namesOne(url: string): boolean {
  const last = urlPlace(url).path.split('/').at(-1) ?? '';
  return last === '{id}' || (/\d/.test(last) && !/^v\d/i.test(last));
}

/** The page asked first, and then made it: there, or in the list that it belongs to. */
function isMadeLater(view: ColumnView, { index, request }: Entry): boolean {
  const url = withoutQuery(request.url);
  const places = [url, url.slice(0, url.lastIndexOf('/'))];
  const { status } = view.index.columns;
  const writes = view.rowsOfKinds(
    (row) =>
      /^(?:POST|PUT|PATCH)$/.test(view.method(row)) &&
      (status[row] as number) >= 200 &&
      (status[row] as number) < 300 &&
      view.host(row) === view.host(index),
  );
  return writes.some(
    (row) => view.position(row) > view.position(index) && places.includes(withoutQuery(view.url(row) ?? '')),
  );
}

function withoutQuery(url: string): string {
  return url.replace(/\/?(?:[?#].*)?$/s, '');
}
