import type { RequestRecord } from '../requests/request-record.ts';

/** A cookie that the browser did not send, or did not keep, and why. Never its value. */
interface BlockedCookie {
  readonly name: string;
  readonly domain?: string;
  readonly path?: string;
  readonly reasons: readonly string[];
}

/**
 * What the browser itself says of a request's fate, in fields that HAR leaves to exporters. Documented in docs/recording.md; the
 * words are the protocol's own (`BlockedReason`, `CorsError`, `CookieBlockedReason`), which rules read as proof.
 */
export function reasonsOf(record: RequestRecord): object {
  const { failure, request, requestExtra, responseExtra, response } = record;
  const notSent = blockedRequestCookies(record);
  const notKept = blockedResponseCookies(record);
  const { mixedContentType } = request;
  return {
    ...(failure?.blockedReason === undefined ? {} : { _blockedReason: failure.blockedReason }),
    ...(failure?.corsErrorStatus === undefined ? {} : { _corsErrorStatus: failure.corsErrorStatus }),
    ...(failure?.canceled === true ? { _canceled: true } : {}),
    ...(mixedContentType === undefined || mixedContentType === 'none'
      ? {}
      : { _mixedContentType: mixedContentType }),
    ...(notSent.length === 0 ? {} : { _blockedRequestCookies: notSent }),
    ...(notKept.length === 0 ? {} : { _blockedResponseCookies: notKept }),
    ...(requestExtra === undefined && response !== undefined ? { _provisionalHeaders: true } : {}),
    ...(responseExtra?.resourceIPAddressSpace === undefined
      ? {}
      : { _ipAddressSpace: responseExtra.resourceIPAddressSpace }),
  };
}

function blockedRequestCookies({ requestExtra }: RequestRecord): BlockedCookie[] {
  return (requestExtra?.associatedCookies ?? [])
    .filter(({ blockedReasons }) => blockedReasons.length > 0)
    .map(({ cookie: { name, domain, path }, blockedReasons }) => ({
      name,
      domain,
      path,
      reasons: blockedReasons,
    }));
}

function blockedResponseCookies({ responseExtra }: RequestRecord): BlockedCookie[] {
  return (responseExtra?.blockedCookies ?? []).map(({ cookie, cookieLine, blockedReasons }) => ({
    name: cookie?.name ?? cookieLine.split('=', 1)[0]?.trim() ?? '',
    ...(cookie === undefined ? {} : { domain: cookie.domain, path: cookie.path }),
    reasons: blockedReasons,
  }));
}
