import { isTokenRequest } from '../../../auth/sign-in.ts';
import { object } from '../../../error-text/shape-hit.ts';
import type { Exchange } from '../../../exchange/exchange.ts';
import { HeadSign } from '../../../exchange/head-words.ts';
import { responseJson } from '../../../exchange/json-body.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { statusEvidence } from '../../../failures/failure-evidence.ts';
import type { CaptureView, ColumnView } from '../../../findings/capture-view.ts';
import { groupBy } from '../../../findings/group-by.ts';
import type { Rule } from '../../../findings/rule.ts';
import { groupedBy } from '../../../slow/by-place.ts';
import { refusals, statusOf } from '../refused.ts';

/** Three new tokens within a minute, each refused: a page that does not learn. A judgement; one refresh and one retry are normal. */
const LEAST_TOKENS = 3;
const WITHIN_MS = 60_000;
/** Requests that are looked at for tokens. */
const MOST_ROWS = 300;

/**
 * Finds pages that fetch a new token again and again (200) and are refused with each (401). The token is sound for who made it,
 * and not for who is asked: wrong audience, a session that ended, a clock.
 * Quiet about refreshes that nobody refuses afterwards (several tabs, short lives). Spec: RFC 6749 §6.
 */
export const refreshLoop: Rule<'auth/refresh-loop'> = {
  meta: {
    id: 'auth/refresh-loop',
    severity: 'error',
    class: 'strong',
    knowledgeId: 'auth/refused',
    supersedes: ['auth/unauthorized', 'auth/missing-credentials', 'slow/retry-storm'],
  },
  opens: postsBesideRefusals,
  *detect(view) {
    const refused = refusals(view).filter((failure) => statusOf(failure) === 401);
    if (refused.length === 0) return;
    const renewing = postedAfterRefusals(view);
    const tokens = view.openedRows
      .filter((row) => view.method(row).toUpperCase() === 'POST')
      .filter((row) => isGranted(row, view, renewing))
      .flatMap((row) => view.exchange(row) ?? []);
    const rounds = tokens.flatMap((exchange, at) => {
      const from = view.position(exchange.entry.index);
      const next = tokens[at + 1];
      const until = next === undefined ? Number.POSITIVE_INFINITY : view.position(next.entry.index);
      const within = refused.filter(({ row }) => {
        const position = view.position(row);
        return position > from && position < until && startsWithin(view, exchange.entry.index, row);
      });
      return within.length === 0 ? [] : [{ exchange, refused: within }];
    });
    const first = rounds[0];
    const last = rounds.at(-1);
    if (first === undefined || last === undefined || rounds.length < LEAST_TOKENS) return;
    const enough = rounds[LEAST_TOKENS - 1];
    if (enough === undefined || !startsWithin(view, first.exchange.entry.index, enough.exchange.entry.index))
      return;
    yield {
      entries: [
        ...rounds.flatMap(({ exchange, refused: rows }) => [
          exchange.entry.index,
          ...rows.map(({ row }) => row),
        ]),
        ...refusedBefore(view, first.exchange.entry.index, refused),
      ],
      evidence: rounds.flatMap(({ exchange, refused: rows }) => [
        statusEvidence(exchange.entry.index, 'cause'),
        ...rows.slice(0, 1).map(({ row }) => statusEvidence(row)),
      ]),
      facts: {
        ...exchangeFacts(first.exchange, rounds.length),
        refusals: rounds.reduce((sum, { refused: rows }) => sum + rows.length, 0),
      },
    };
  },
};

/** The refusals with which it began, before the first new token. */
function refusedBefore(view: CaptureView, token: number, refused: readonly FailureOf<'auth'>[]): number[] {
  return refused
    .map(({ row }) => row)
    .filter((row) => view.position(row) < view.position(token) && startsWithin(view, row, token));
}

function isGranted(row: number, view: CaptureView, renewing: ReadonlySet<string>): boolean {
  const status = view.index.columns.status[row] as number;
  const exchange = view.exchange(row);
  if (exchange === undefined || status < 200 || status > 299) return false;
  const url = view.url(row);
  const request = { method: view.method(row), url: url ?? '' };
  if (isTokenRequest({ request }, exchange.requestText)) return true;
  // Its parameters say which grant it is, where the text does not.
  const maySayMore = url === undefined || exchange.mentions(HeadSign.grant);
  if (maySayMore && isTokenRequest(exchange.entry, exchange.requestText)) return true;
  return view.method(row) === 'POST' && renewing.has(urlOf(view, row)) && answersRefusals(exchange);
}

/** A token, or the pseudonym of one. */
const tokenLike = /^[\w.~+/=:-]{20,}$/;

/**
 * Whatever it is called: what is posted right after each of several refusals, and answered with something like a token, renews
 * what was refused. Pages report refusals as well, and are answered with nothing.
 */
function answersRefusals(exchange: Exchange): boolean {
  const answer = object(responseJson(exchange)) ?? {};
  return Object.values(answer).some((value) => typeof value === 'string' && tokenLike.test(value));
}

/** Addresses to which something was posted right after each of several refusals. */
function postedAfterRefusals(view: CaptureView): ReadonlySet<string> {
  const posts = view.openedRows.filter((row) => {
    const before = view.method(row) === 'POST' ? requestBefore(view, row) : undefined;
    return before !== undefined && view.index.columns.status[before] === 401;
  });
  const groups = groupBy(posts, (row) => urlOf(view, row));
  return new Set([...groups].filter(([, rows]) => rows.length >= LEAST_TOKENS).map(([url]) => url));
}

function urlOf(view: CaptureView, row: number): string {
  return view.url(row) ?? view.exchange(row)?.entry.request.url ?? '';
}

function startsWithin(view: ColumnView, from: number, to: number | undefined): boolean {
  return to !== undefined && view.startMs(to) - view.startMs(from) <= WITHIN_MS;
}

/** The one before, preflights aside. */
function requestBefore(view: CaptureView, row: number): number | undefined {
  let at = view.position(row) - 1;
  while (at >= 0 && view.method(view.rowsByStart[at] as number) === 'OPTIONS') at--;
  return view.rowsByStart[at];
}

/** Tokens are posted for, one after the other at one address; nobody looks where nothing was refused three times. */
function postsBesideRefusals(view: ColumnView): number[] {
  const { status } = view.index.columns;
  const refused = view.rowsOfKinds((row) => status[row] === 401);
  if (refused.length < LEAST_TOKENS) return [];
  const granted = view.rowsOfKinds((row) => {
    const code = status[row] as number;
    return view.method(row) === 'POST' && code >= 200 && code < 300;
  });
  const posts = granted.filter((row) =>
    refused.some((other) => view.position(other) > view.position(row) && startsWithin(view, row, other)),
  );
  return groupedBy(posts, (row) => `${view.host(row)}${view.place(row)?.path ?? ''}`)
    .filter((rows) => rows.some((row, at) => startsWithin(view, row, rows[at + LEAST_TOKENS - 1])))
    .flat()
    .slice(0, MOST_ROWS);
}
