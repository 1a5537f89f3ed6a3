import type { CookieReason, EvidenceKind, FindingFacts, RejectedCookieFacts } from '@harrier/knowledge';
import { isCookieReason, rejectionOf } from '../../cookies/rejections.ts';
import { type SetCookie, setCookies, shownCookieName } from '../../cookies/set-cookie.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { HeadSign } from '../../exchange/head-words.ts';
import { exchangeFacts } from '../../failures/exchange-facts.ts';
import type { Failure } from '../../failures/failure.ts';
import type { CaptureView, ColumnView } from '../../findings/capture-view.ts';
import { carriesCredentials } from '../../findings/evidence-held.ts';
import type { Evidence } from '../../findings/finding.ts';
import { oncePerCapture } from '../../findings/once-per-capture.ts';
import type { Rule } from '../../findings/rule.ts';
import { type BlockedCookie, cookiesNotKept } from '../../told/blocked-cookies.ts';
import { credentialsLeftOut } from '../capture/sanitized/taken-out.ts';

/** The findings about cookies that break a rule of their own field. */
type CookieFindingId =
  | 'auth/cookie-samesite'
  | 'auth/cookie-domain'
  | 'auth/cookie-prefix'
  | 'auth/cookie-too-large';

/** Names shown; the others are counted. */
const MOST_NAMES = 5;

/** A cookie that was set and not kept. */
export interface Rejected {
  readonly exchange: Exchange;
  readonly cookie: SetCookie;
  /** Where the browser itself says so. */
  readonly told?: Evidence;
}

/**
 * Makes the rule for cookies that browsers do not keep for one of `reasons`. One finding a host and reason. Exports list such
 * cookies among those that were set; nothing in them says that they were thrown away.
 */
export function cookieRule<Id extends CookieFindingId>(
  id: Id,
  reasons: readonly CookieReason[],
  factsOf: (common: RejectedCookieFacts, first: Rejected) => FindingFacts[Id],
): Rule<Id> {
  return {
    meta: { id, severity: 'warning', class: 'proven', knowledgeId: 'auth/cookies' },
    wants: cookieEvidence,
    opens: cookieSample,
    *detect(view) {
      const groups = new Map<string, [Rejected, ...Rejected[]]>();
      for (const exchange of view.mentioning(HeadSign.setCookie)) {
        const row = exchange.entry.index;
        for (const { reason, ...rejected } of rejectedCookies(exchange)) {
          if (!reasons.includes(reason)) continue;
          const key = JSON.stringify([view.host(row), reason]);
          const known = groups.get(key);
          if (known === undefined) groups.set(key, [{ exchange, ...rejected }]);
          else known.push({ exchange, ...rejected });
        }
      }
      for (const [key, group] of groups) {
        const [first] = group;
        const [, reason] = JSON.parse(key) as [string, CookieReason];
        const names = [...new Set(group.map(({ cookie }) => shownCookieName(cookie.name)))].sort();
        const rows = [...new Set(group.map(({ exchange }) => exchange.entry.index))];
        const refused = refusedWithoutIt(view, rows);
        yield {
          entries: rows,
          explains: refused,
          ...(refused.length > 0 ? { severity: 'error' as const } : {}),
          ...(/^SameSite(?:Lax|Strict|Unsp)/.test(reason) && !refuses(view, view.host(rows[0] ?? -1))
            ? { severity: 'info' as const }
            : {}),
          evidence: evidenceOf(first),
          facts: factsOf(
            {
              ...exchangeFacts(first.exchange, rows.length),
              reason,
              cookies: names.slice(0, MOST_NAMES).join(', '),
              cookieCount: names.length,
            },
            first,
          ),
        };
      }
    },
  };
}

/** Where somebody left the credentials out, nobody can say which cookies were set and not kept. Harrier leaves names and attributes. */
export function cookieEvidence(view: CaptureView): readonly EvidenceKind[] {
  return credentialsLeftOut(view) === undefined ? [] : ['request-credentials'];
}

function evidenceOf({ exchange, cookie, told }: Rejected): Evidence[] {
  const { index } = exchange.entry;
  const inField: Evidence[] =
    cookie.at < 0 ? [] : [{ entry: index, pointer: `/response/headers/${cookie.at}/value`, role: 'cause' }];
  return told === undefined ? inField : [told, ...inField];
}

/** A rejected cookie, and why. */
type RejectedFor = Omit<Rejected, 'exchange'> & { readonly reason: CookieReason };

const known = new WeakMap<Exchange, readonly RejectedFor[]>();

/** The cookies of an answer that browsers do not keep; looked at once for the four rules. What the browser told comes first. */
function rejectedCookies(exchange: Exchange): readonly RejectedFor[] {
  const before = known.get(exchange);
  if (before !== undefined) return before;
  const set = setCookies(exchange.entry);
  const told = cookiesNotKept(exchange).flatMap(({ content, evidence }) => {
    const cookie = set.find(({ name }) => name === content.name) ?? withoutField(content);
    return content.reasons.filter(isCookieReason).map((reason) => ({ cookie, reason, told: evidence }));
  });
  const rejected = set
    .filter(({ name }) => !told.some(({ cookie }) => cookie.name === name))
    .flatMap((cookie) => {
      const reason = rejectionOf(cookie, exchange.entry);
      return reason === undefined ? [] : [{ cookie, reason }];
    });
  known.set(exchange, [...told, ...rejected]);
  return [...told, ...rejected];
}

/** A cookie whose Set-Cookie somebody took out of the capture. */
function withoutField({ name, domain }: BlockedCookie): SetCookie {
  const about = domain === undefined ? {} : { domain };
  return { name, ...about, valueLength: 0, secure: false, removes: false, at: -1 };
}

/** Sign-ins are short; later somebody else's cookie is missing. */
const REFUSED_WITHIN_MS = 60_000;

/**
 * What the cookies' host turned away afterwards: requests that came without any credential, and the loop through the sign-in in
 * which they were set.
 */
export function refusedWithoutIt(view: CaptureView, setRows: readonly number[]): number[] {
  if (!view.holds('request-credentials')) return [];
  return view.failures.flatMap((failure) => {
    if (isRedirectLoop(failure)) return setRows.some((row) => isRedirect(view, row)) ? [failure.row] : [];
    if (failure.reading !== 'auth' || failure.authKind !== 'refused') return [];
    const isAfter = setRows.some((row) => {
      const laterMs = view.startMs(failure.row) - view.startMs(row);
      return laterMs >= 0 && laterMs <= REFUSED_WITHIN_MS && view.host(row) === view.host(failure.row);
    });
    return isAfter && !carriesCredentials(view, failure.row) ? [failure.row] : [];
  });
}

function isRedirectLoop(failure: Failure): boolean {
  return failure.reading === 'auth'
    ? failure.authKind === 'sign-in-loop'
    : failure.reading === 'network' && failure.network === 'redirect-loop';
}

function isRedirect(view: CaptureView, row: number): boolean {
  const status = view.index.columns.status[row] as number;
  return status >= 300 && status < 400;
}

/** Whether the host turns somebody away, which a lost cookie may explain. */
function refuses(view: CaptureView, host: string): boolean {
  return view.failures.some(({ row, reading }) => reading === 'auth' && view.host(row) === host);
}

/**
 * Answers that may set cookies: some of each host, and of the documents and of what is posted the first of each address, because
 * a server that sets a cookie there does so from the beginning. Redirects are open anyway.
 */
const cookieSample = oncePerCapture((view: ColumnView): readonly number[] => {
  const perHost = new Map<string, number>();
  const perAddress = new Map<string, number>();
  return firstOf(
    view.rowsOfKinds((row) => view.outcome(row) === 'answered'),
    MOST_ROWS,
    (row) =>
      isOneOfTheFirst(perHost, view.host(row), ROWS_PER_HOST) ||
      (isLikelyToSet(view, row) && isOneOfTheFirst(perAddress, addressOf(view, row), ROWS_PER_ADDRESS)),
  );
});

function isLikelyToSet(view: ColumnView, row: number): boolean {
  return view.resourceType(row) === 'document' || view.method(row) === 'POST';
}

function firstOf(rows: readonly number[], most: number, test: (row: number) => boolean): number[] {
  const found: number[] = [];
  for (let at = 0; at < rows.length && found.length < most; at++) {
    const row = rows[at] as number;
    if (test(row)) found.push(row);
  }
  return found;
}

const ROWS_PER_HOST = 8;
const ROWS_PER_ADDRESS = 3;
const MOST_ROWS = 200;

function addressOf(view: ColumnView, row: number): string {
  const place = view.place(row);
  const where = place === undefined ? view.host(row) : `${place.host}${place.path}`;
  return `${view.method(row)} ${where}`;
}

function isOneOfTheFirst(counts: Map<string, number>, key: string, most: number): boolean {
  const taken = counts.get(key) ?? 0;
  if (taken < most) counts.set(key, taken + 1);
  return taken < most;
}
