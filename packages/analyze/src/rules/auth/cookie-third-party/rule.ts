import type { EntryRequest } from '@harrier/har';
import { siteOfHost } from '../../../cookies/registrable-domain.ts';
import { rejectionOf } from '../../../cookies/rejections.ts';
import { sentCookieNames, setCookies, shownCookieName } from '../../../cookies/set-cookie.ts';
import type { Exchange } from '../../../exchange/exchange.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { HeadSign } from '../../../exchange/head-words.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { CaptureView, ColumnView } from '../../../findings/capture-view.ts';
import type { FindingDraft } from '../../../findings/finding.ts';
import { groupBy } from '../../../findings/group-by.ts';
import type { Rule } from '../../../findings/rule.ts';
import { thirdPartyCookies } from '../../../told/blocked-cookies.ts';
import { cookieEvidence, refusedWithoutIt } from '../cookie-rule.ts';

/** One request without the cookie may come too early, or belong to somebody else's frame. */
const LEAST_CHANCES = 2;
const MOST_NAMES = 5;
const ROWS_PER_HOST = 12;
const MOST_ROWS = 400;

/**
 * Finds cookies that a host of another site set for the page and that never came back, although the host was asked twice more in a
 * way that carries cookies: the browser blocks cookies of third parties. Embedded services cannot keep a session then.
 * Information, unless the host refuses a request afterwards (401, 403): trackers are blocked on purpose.
 * In a recording the browser itself says which it blocked.
 * Quiet about requests that carry no cookies by design (scripts ask without credentials), about cookies for one path, and about
 * those that break a rule of their own.
 */
export const cookieThirdParty: Rule<'auth/cookie-third-party'> = {
  meta: { id: 'auth/cookie-third-party', severity: 'warning', class: 'strong', knowledgeId: 'auth/cookies' },
  // Where no request shows a cookie, every cookie seems lost.
  wants: (view) => (lostSessions(view).length > 0 ? ['request-credentials'] : cookieEvidence(view)),
  opens: otherSites,
  *detect(view) {
    if (!view.holds('request-credentials')) return;
    yield* toldOnes(view);
    for (const { setter, later, at, names, isRefused } of lostSessions(view)) {
      yield {
        entries: [setter.entry.index, ...later.map(({ entry }) => entry.index)],
        explains: refusedWithoutIt(view, [setter.entry.index]),
        evidence: [{ entry: setter.entry.index, pointer: `/response/headers/${at}/value`, role: 'cause' }],
        facts: {
          ...exchangeFacts(setter, 1),
          cookies: names.slice(0, MOST_NAMES).join(', '),
          cookieCount: names.length,
          chances: later.length,
        },
        severity: isRefused ? 'warning' : 'info',
      };
    }
  },
};

/** Those of which the browser itself says that it keeps third parties' cookies away, by host. */
function* toldOnes(view: CaptureView): Generator<FindingDraft<'auth/cookie-third-party'>> {
  const told = view.mentioning(HeadSign.blockedCookies).flatMap((exchange) => {
    const { notKept, notSent } = thirdPartyCookies(exchange);
    const all = [...notKept, ...notSent];
    return all.length === 0 ? [] : [{ exchange, all, wasNotSent: notSent.length > 0 }];
  });
  for (const group of groupBy(told, ({ exchange }) => view.host(exchange.entry.index)).values()) {
    const [first] = group;
    const rows = group.map(({ exchange }) => exchange.entry.index);
    const names = [
      ...new Set(group.flatMap(({ all }) => all.map(({ content }) => shownCookieName(content.name)))),
    ].sort();
    const isRefused = group.some(({ exchange }) => [401, 403].includes(exchange.entry.response.status ?? 0));
    yield {
      entries: rows,
      explains: refusedWithoutIt(view, rows),
      evidence: first.all.slice(0, MOST_NAMES).map(({ evidence }) => evidence),
      facts: {
        ...exchangeFacts(first.exchange, group.length),
        cookies: names.slice(0, MOST_NAMES).join(', '),
        cookieCount: names.length,
        chances: group.filter(({ wasNotSent }) => wasNotSent).length,
        told: true,
      },
      class: 'proven',
      severity: isRefused ? 'warning' : 'info',
    };
  }
}

function lostSessions(view: CaptureView) {
  const byHost = groupBy(
    view
      .mentioning(HeadSign.crossSite)
      .filter((exchange) => isCrossSite(view, exchange) && !isTold(exchange))
      .map(({ entry }) => entry.index),
    (row) => view.host(row),
  );
  return [...byHost.values()].flatMap((rows) => {
    const exchanges = rows.flatMap((row) => view.exchange(row) ?? []);
    const found = neverSent(exchanges);
    const isRefused = exchanges.some(({ entry }) => [401, 403].includes(entry.response.status ?? 0));
    return found === undefined ? [] : [{ ...found, isRefused }];
  });
}

/** A recording says itself which cookies were refused. */
function isTold(exchange: Exchange): boolean {
  const { notKept, notSent } = thirdPartyCookies(exchange);
  return notKept.length + notSent.length > 0;
}

function neverSent(exchanges: readonly Exchange[]) {
  if (exchanges.some(({ entry }) => sentCookieNames(entry).length > 0 || mayStore(entry.request)))
    return undefined;
  for (const [position, setter] of exchanges.entries()) {
    const kept = setCookies(setter.entry).filter(
      (cookie) =>
        !cookie.removes &&
        cookie.sameSite === 'none' &&
        (cookie.path ?? '/') === '/' &&
        rejectionOf(cookie, setter.entry) === undefined,
    );
    const [first] = kept;
    const later = exchanges.slice(position + 1).filter(carriesCookies);
    if (first !== undefined && later.length >= LEAST_CHANCES)
      return { setter, later, at: first.at, names: kept.map(({ name }) => shownCookieName(name)).sort() };
  }
  return undefined;
}

/** Chromium says so itself since 133: `active` is a request that may carry cookies. Storage Access headers (W3C). */
function mayStore({ headers }: EntryRequest): boolean {
  return fieldValue(headers, 'sec-fetch-storage-access') === 'active';
}

/** Frames, pictures and scripts carry cookies; data only where the answer allows credentials. Fetch standard, credentials mode. */
function carriesCookies({ entry }: Exchange): boolean {
  const mode = fieldValue(entry.request.headers, 'sec-fetch-mode');
  if (mode === 'navigate' || mode === 'no-cors') return true;
  return fieldValue(entry.response.headers, 'access-control-allow-credentials') === 'true';
}

function isCrossSite(view: CaptureView, exchange: Exchange): boolean {
  const site = fieldValue(exchange.entry.request.headers, 'sec-fetch-site');
  return site === undefined ? false : site === 'cross-site' && view.host(exchange.entry.index) !== '';
}

/** Some requests to each host that is of another site than the documents. */
function* otherSites(view: ColumnView): Generator<number> {
  const documents = view.rowsOfKinds((row) => view.resourceType(row) === 'document');
  const own = siteOfHost(view.host(documents[0] ?? -1) ?? '');
  if (documents.length === 0) return;
  const perHost = new Map<string, number>();
  let left = MOST_ROWS;
  const others = view.rowsOfKinds(
    (row) => siteOfHost(view.host(row)) !== own && view.outcome(row) === 'answered',
  );
  for (const row of others) {
    const host = view.host(row);
    const taken = perHost.get(host) ?? 0;
    if (left === 0) return;
    if (taken >= ROWS_PER_HOST) continue;
    perHost.set(host, taken + 1);
    left--;
    yield row;
  }
}
