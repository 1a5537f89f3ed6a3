import type { Entry } from '@harrier/har';
import type { CookieLossCause } from '@harrier/knowledge';
import { isSignOutUrl } from '../../../auth/sign-in.ts';
import { rejectionOf } from '../../../cookies/rejections.ts';
import { type SetCookie, sentCookieNames, setCookies, shownCookieName } from '../../../cookies/set-cookie.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { headerEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import { groupBy } from '../../../findings/group-by.ts';
import type { Rule } from '../../../findings/rule.ts';
import { refusals, requestsBesideRefusals, statusOf } from '../refused.ts';

/** How services name the cookie that holds a session. */
const sessionName = /sess|^sid$|[._-]sid$|auth|token|jwt|^connect\.sid$|phpsessid|jsessionid|\.aspnetcore/i;

/**
 * Finds requests that were refused (401) without the session's cookie, which earlier requests to the same host had carried or an
 * answer had set: taken away by another answer, set with an end in the past, for another path, or with Secure over http.
 * Quiet where somebody signed out, or a refusal took the cookie away, in between; where the cookie was only ever sent to other paths; and in exports without credentials. Spec: RFC 6265bis §5.7.
 */
export const cookieLost: Rule<'auth/cookie-lost'> = {
  meta: {
    id: 'auth/cookie-lost',
    severity: 'error',
    class: 'strong',
    knowledgeId: 'auth/cookies',
    supersedes: ['auth/missing-credentials', 'auth/unauthorized'],
  },
  wants: (view) =>
    refusals(view).some((failure) => statusOf(failure) === 401) ? ['request-credentials'] : [],
  opens: requestsBesideRefusals,
  *detect(view) {
    if (!view.holds('request-credentials')) return;
    const groups = new Map<string, [Lost, ...Lost[]]>();
    const rowsOf = groupBy(view.openedRows, (row) => view.host(row));
    for (const failure of refusals(view)) {
      const lost =
        statusOf(failure) === 401
          ? lostCookie(failure, rowsOf.get(view.host(failure.row)) ?? [], view)
          : undefined;
      if (lost === undefined) continue;
      const key = JSON.stringify([view.host(failure.row), lost.name, lost.cause]);
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [lost]);
      else known.push(lost);
    }
    for (const group of groups.values()) {
      const [{ failure, name, shownBy, cause }] = group;
      const shown = view.exchange(shownBy);
      yield {
        entries: [...group.map((lost) => lost.failure.row), shownBy],
        evidence: [
          statusEvidence(failure.row),
          ...(shown === undefined
            ? []
            : cause === 'unknown'
              ? headerEvidence(shown, 'request', 'cookie', 'cause')
              : headerEvidence(shown, 'response', 'set-cookie', 'cause')),
        ],
        facts: {
          ...exchangeFacts(failure.exchange, group.length),
          status: statusOf(failure),
          cookie: shownCookieName(name),
          cause,
        },
      };
    }
  },
};

interface Lost {
  readonly failure: FailureOf<'auth'>;
  readonly name: string;
  /** The exchange that shows it: it carried the cookie, set it, or took it away. */
  readonly shownBy: number;
  readonly cause: CookieLossCause;
}

/** Opened requests to the same host that are looked at before a refusal. */
const ROWS_BEFORE = 100;

function lostCookie(
  failure: FailureOf<'auth'>,
  rowsOfHost: readonly number[],
  view: CaptureView,
): Lost | undefined {
  const { entry } = failure.exchange;
  const headers = entry.request.headers.map(({ name }) => name.toLowerCase());
  // Who sends a token of another kind does not rely on the cookie; provisional fields show nothing.
  if (headers.includes('authorization') || !headers.some((name) => networkFields.has(name))) return undefined;
  const here = new Set(sentCookieNames(entry));
  const at = rowsOfHost.indexOf(failure.row);
  for (const row of rowsOfHost.slice(Math.max(0, at - ROWS_BEFORE), at).reverse()) {
    const earlier = view.exchange(row)?.entry;
    if (earlier === undefined) continue;
    // Who signs out, or is told with a refusal that the session is over, expects no cookie afterwards.
    if (isSignOutUrl(earlier.request.url)) return undefined;
    const status = earlier.response.status ?? 0;
    for (const cookie of setCookies(earlier)) {
      if (!sessionName.test(cookie.name) || here.has(cookie.name)) continue;
      if (cookie.removes && status >= 400) return undefined;
      const cause = causeOf(cookie, earlier, entry);
      return cause === undefined ? undefined : { failure, name: cookie.name, shownBy: row, cause };
    }
    const name = sentCookieNames(earlier).find((sent) => sessionName.test(sent) && !here.has(sent));
    if (name !== undefined && firstPart(earlier.request.url) === firstPart(entry.request.url))
      return { failure, name, shownBy: row, cause: 'unknown' };
  }
  return undefined;
}

/** Why a cookie that was set does not come along; undefined: a rule of its own says so, or nobody knows. RFC 6265bis §5.6, §5.7. */
function causeOf(cookie: SetCookie, setter: Entry, later: Entry): CookieLossCause | undefined {
  if (cookie.removes) return 'removed';
  if (rejectionOf(cookie, setter) !== undefined) return undefined;
  const received = setter.startEpochMs;
  if (cookie.endsEpochMs !== undefined && received !== undefined && cookie.endsEpochMs <= received)
    return 'expired';
  if (cookie.secure && /^http:\/\/(?!localhost|127\.)/i.test(later.request.url)) return 'insecure';
  const path = cookie.path ?? '/';
  const asked = /^[a-z]+:\/\/[^/]*([^?#]*)/i.exec(later.request.url)?.[1] ?? '/';
  const covers = asked === path || asked.startsWith(path.endsWith('/') ? path : `${path}/`);
  return path.startsWith('/') && !covers ? 'path' : undefined;
}

/** What the network adds; Chrome's provisional fields lack all of it. */
const networkFields: ReadonlySet<string> = new Set([
  'host',
  ':authority',
  'accept-language',
  'accept-encoding',
  'sec-fetch-mode',
  'connection',
]);

/** A cookie may be for one path; requests below the same first part of it are alike. */
function firstPart(url: string): string {
  return /^[a-z]+:\/\/[^/]*(\/[^/?#]*)/i.exec(url)?.[1] ?? '/';
}
