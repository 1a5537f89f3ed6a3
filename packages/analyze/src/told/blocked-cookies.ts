import { object } from '../error-text/shape-hit.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { fieldValue } from '../exchange/field-value.ts';
import type { Told } from './told-by-browser.ts';

/** A cookie that the browser did not keep, or did not send. Never its value. */
export interface BlockedCookie {
  readonly name: string;
  readonly domain?: string;
  /** DevTools protocol, `Network.SetCookieBlockedReason` and `Network.CookieBlockedReason`. */
  readonly reasons: readonly string[];
}

/** More cookies than these no answer sets. */
const MAX_COOKIES = 200;

/** Cookies of an answer that the browser says it did not keep (`_blockedResponseCookies`). Only Harrier's recorder writes them. */
export function cookiesNotKept(exchange: Exchange): readonly Told<BlockedCookie>[] {
  return blockedCookies(exchange, '_blockedResponseCookies');
}

function blockedCookies({ entry }: Exchange, member: string): readonly Told<BlockedCookie>[] {
  const list = entry.custom[member];
  if (!Array.isArray(list)) return [];
  return list.slice(0, MAX_COOKIES).flatMap((item, at) => {
    const { name, domain, reasons } = object(item) ?? {};
    if (typeof name !== 'string' || name === '' || !Array.isArray(reasons)) return [];
    const content = {
      name,
      ...(typeof domain === 'string' ? { domain } : {}),
      reasons: reasons.filter((reason): reason is string => typeof reason === 'string'),
    };
    return [
      { content, evidence: { entry: entry.index, pointer: `/${member}/${at}`, role: 'cause' as const } },
    ];
  });
}

/**
 * Cookies of an exchange that the browser refused because the page is another site's: by its default, or because the person wants it
 * so. A person may refuse a site's own cookies as well, which is something else.
 */
export function thirdPartyCookies(exchange: Exchange): {
  readonly notKept: readonly Told<BlockedCookie>[];
  readonly notSent: readonly Told<BlockedCookie>[];
} {
  const isCrossSite = fieldValue(exchange.entry.request.headers, 'sec-fetch-site') === 'cross-site';
  const reason = isCrossSite ? /^ThirdParty|^UserPreferences$/ : /^ThirdParty/;
  const ofThirdParties = (cookies: readonly Told<BlockedCookie>[]) =>
    cookies.filter(({ content }) => content.reasons.some((one) => reason.test(one)));
  return {
    notKept: ofThirdParties(blockedCookies(exchange, '_blockedResponseCookies')),
    notSent: ofThirdParties(blockedCookies(exchange, '_blockedRequestCookies')),
  };
}
