import { isSignOutUrl } from '../../../auth/sign-in.ts';
import { sentCookieNames, setCookies, shownCookieName } from '../../../cookies/set-cookie.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { headerEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import type { Rule } from '../../../findings/rule.ts';
import { refusals, requestsBesideRefusals, statusOf } from '../refused.ts';

/** How services name the cookie that holds a session. */
const sessionName = /sess|^sid$|[._-]sid$|auth|token|jwt|^connect\.sid$|phpsessid|jsessionid|\.aspnetcore/i;

/**
 * Finds requests that were refused (401) without the session's cookie, which earlier requests to the same host had carried.
 * Quiet where somebody signed out, or the service took the cookie away, in between; where the cookie was only ever sent to
 * other paths; and in exports without credentials. Spec: RFC 6265bis §5.7.
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
    for (const failure of refusals(view)) {
      const lost = statusOf(failure) === 401 ? lostCookie(failure, view) : undefined;
      if (lost === undefined) continue;
      const key = JSON.stringify([view.host(failure.row), lost.name]);
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [lost]);
      else known.push(lost);
    }
    for (const group of groups.values()) {
      const [{ failure, name, sentAt }] = group;
      const sender = view.exchange(sentAt);
      yield {
        entries: [...group.map((lost) => lost.failure.row), sentAt],
        evidence: [
          statusEvidence(failure.row),
          ...(sender === undefined ? [] : headerEvidence(sender, 'request', 'cookie', 'cause')),
        ],
        facts: {
          ...exchangeFacts(failure.exchange, group.length),
          status: statusOf(failure),
          cookie: shownCookieName(name),
        },
      };
    }
  },
};

interface Lost {
  readonly failure: FailureOf<'auth'>;
  readonly name: string;
  readonly sentAt: number;
}

function lostCookie(failure: FailureOf<'auth'>, view: CaptureView): Lost | undefined {
  const { entry } = failure.exchange;
  const headers = entry.request.headers.map(({ name }) => name.toLowerCase());
  // Who sends a token of another kind does not rely on the cookie; provisional fields show nothing.
  if (headers.includes('authorization') || !headers.some((name) => networkFields.has(name))) return undefined;
  const here = new Set(sentCookieNames(entry));
  const before = view.openedRows.filter(
    (row) => view.host(row) === view.host(failure.row) && view.position(row) < view.position(failure.row),
  );
  for (const row of [...before].reverse()) {
    const earlier = view.exchange(row)?.entry;
    if (earlier === undefined) continue;
    const isTakenAway =
      isSignOutUrl(earlier.request.url) ||
      setCookies(earlier).some(({ removes, name }) => removes && sessionName.test(name));
    if (isTakenAway) return undefined;
    const name = sentCookieNames(earlier).find((sent) => sessionName.test(sent) && !here.has(sent));
    if (name !== undefined && firstPart(earlier.request.url) === firstPart(entry.request.url))
      return { failure, name, sentAt: row };
  }
  return undefined;
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
