import { refusingDirective } from '../../../block/content-security-policy.ts';
import { documentRows, pageOf } from '../../../block/page-of.ts';
import { failedWith, stoppedWithoutAWord } from '../../../block/stopped.ts';
import { redirectTarget } from '../../../chains/redirects.ts';
import { object } from '../../../error-text/shape-hit.ts';
import type { Exchange } from '../../../exchange/exchange.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { HeadSign } from '../../../exchange/head-words.ts';
import { urlPlace } from '../../../exchange/path-template.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence, networkErrorEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { CaptureView, ColumnView } from '../../../findings/capture-view.ts';
import type { FindingDraft } from '../../../findings/finding.ts';
import type { Rule } from '../../../findings/rule.ts';
import { groupedBy } from '../../../slow/by-place.ts';
import { violationsOf } from '../../../told/told-by-browser.ts';

const MAX_REPORTS = 200;

/**
 * Finds what a Content Security Policy kept from a page: told by the browser's error, by an issue that Harrier's recorder kept, by a
 * violation report that the page sent, or by a policy that does not list where a stopped request, or its redirect, was going.
 * Most blocked requests leave no entry at all: that no finding is here proves nothing.
 * Quiet on: policies that only report; nonces, hashes and `strict-dynamic`, which lists cannot judge; stopped requests that
 * the policy allows. Spec: CSP level 3 §5, §6.7.
 */
export const contentSecurityPolicy: Rule<'block/content-security-policy'> = {
  meta: {
    id: 'block/content-security-policy',
    severity: 'warning',
    class: 'strong',
    knowledgeId: 'network/blocked',
    supersedes: ['block/by-client', 'fail/network'],
  },
  opens: function* (view) {
    yield* documentRows(view);
    yield* reportRows(view);
  },
  *detect(view) {
    const failed = failedWith(view, /BLOCKED_BY_CSP|^csp$/).map(({ row }) => row);
    const stopped = stoppedWithoutAWord(view).map(({ row }) => row);
    const redirected = view.openedRows.filter((row) => wasStoppedAtRedirect(view, row));
    const told = yield* toldOnes(view);
    const refused = [...failed, ...stopped, ...redirected].filter((row) => !told.has(row));
    yield* refusedOnes(view, refused, new Set(failed));
    yield* reportedOnes(view);
  },
};

type Draft = FindingDraft<'block/content-security-policy'>;

/**
 * Those of which the browser itself said so. What never became a request has no entry: then the finding is the document's, whose
 * policy refused it. Gives back the rows of those that have one.
 */
function* toldOnes(view: CaptureView): Generator<Draft, ReadonlySet<number>> {
  const rows = new Set<number>();
  const violations = view
    .mentioning(HeadSign.issues)
    .flatMap((page) => violationsOf(page).map((told) => ({ page, told })));
  const groups = groupedBy(violations, ({ page, told: { content } }) =>
    JSON.stringify([page.entry.index, content.directive, blockedName(content.blocked)]),
  );
  for (const [{ page, told }] of groups) {
    const { directive, blocked } = told.content;
    const refused = view.failures.filter(({ exchange }) => isSameUrl(exchange.entry.request.url, blocked));
    for (const { row } of refused) rows.add(row);
    const about = refused[0]?.exchange ?? page;
    yield {
      entries: refused.length === 0 ? [page.entry.index] : refused.map(({ row }) => row),
      evidence: [told.evidence, ...headerEvidence(page, 'response', 'content-security-policy', 'cause')],
      facts: {
        ...exchangeFacts(about, Math.max(1, refused.length)),
        directive,
        blocked: blockedName(blocked),
        reported: false,
        ...(refused.length === 0 ? { unseen: true as const } : {}),
      },
      class: 'proven',
    };
  }
  return rows;
}

/** The host of what was refused; `inline` and the like stand for themselves. */
function blockedName(blocked: string): string {
  return urlPlace(blocked).host || blocked;
}

function isSameUrl(one: string, other: string): boolean {
  return one.split('#', 1)[0] === other.split('#', 1)[0];
}

function* refusedOnes(
  view: CaptureView,
  rows: readonly number[],
  sure: ReadonlySet<number>,
): Generator<Draft> {
  const refused = rows.flatMap((row) => {
    const exchange = view.exchange(row);
    const page = pageOf(view, row);
    if (exchange === undefined) return [];
    const url = redirectTarget(exchange) ?? exchange.entry.request.url;
    const directive =
      page === undefined
        ? undefined
        : refusingDirective(page.entry.response.headers, page.entry.request.url, view.resourceType(row), url);
    if (directive === undefined && !sure.has(row)) return [];
    return [{ row, exchange, page, directive, blocked: urlPlace(url).host }];
  });
  for (const group of groupedBy(refused, ({ directive, blocked }) => `${directive} ${blocked}`)) {
    const [{ row, exchange, page, directive, blocked }] = group;
    yield {
      entries: group.map((one) => one.row),
      evidence: [
        ...(page === undefined ? [] : headerEvidence(page, 'response', 'content-security-policy', 'cause')),
        ...networkErrorEvidence(exchange, 'symptom'),
        statusEvidence(row),
      ],
      facts: {
        ...exchangeFacts(exchange, group.length),
        ...(directive === undefined ? {} : { directive }),
        blocked,
        reported: false,
      },
      ...(sure.has(row) ? { class: 'proven' as const } : {}),
    };
  }
}

/** A redirect that the browser did not follow. */
function wasStoppedAtRedirect(view: CaptureView, row: number): boolean {
  const status = view.index.columns.status[row] as number;
  return status >= 300 && status < 400 && view.outcome(row) === 'error';
}

function reportRows(view: ColumnView): number[] {
  return view
    .rowsOfKinds((row) => view.method(row) === 'POST')
    .filter((row) => /^(?:csp-violation-report|other|ping|)$/.test(view.resourceType(row)))
    .slice(0, MAX_REPORTS);
}

function* reportedOnes(view: CaptureView): Generator<Draft> {
  const reports = reportRows(view)
    .flatMap((row) => view.exchange(row) ?? [])
    .flatMap((exchange) => violationsIn(exchange).map((violation) => ({ exchange, ...violation })));
  for (const group of groupedBy(reports, ({ directive, blocked }) => `${directive} ${blocked}`)) {
    const [{ exchange, directive, blocked }] = group;
    const cached = directive.startsWith('script-src')
      ? cachedPageWithNonce(view, exchange.entry.index)
      : undefined;
    yield {
      entries: [...new Set(group.map((one) => one.exchange.entry.index))],
      evidence: [
        { entry: exchange.entry.index, pointer: '/request/postData/text', role: 'cause' },
        ...(cached === undefined ? [] : headerEvidence(cached, 'response', 'age', 'cause')),
      ],
      facts: {
        ...exchangeFacts(exchange, group.length),
        directive,
        blocked,
        reported: true,
        ...(cached === undefined ? {} : { nonceOfACachedPage: true as const }),
      },
      class: 'proven',
    };
  }
}

/** The page of a report, where its policy goes by nonces (CSP level 3 §2.3.1) and a cache answered for the service. */
function cachedPageWithNonce(view: CaptureView, row: number): Exchange | undefined {
  const page = pageOf(view, row);
  if (page === undefined) return undefined;
  const { headers } = page.entry.response;
  const goesByNonce = /'nonce-/i.test(fieldValue(headers, 'content-security-policy') ?? '');
  const isCached =
    page.entry.fromCache !== undefined ||
    Number(fieldValue(headers, 'age') ?? 0) > 0 ||
    /\bhit\b/i.test(fieldValue(headers, 'x-cache') ?? '');
  return goesByNonce && isCached ? page : undefined;
}

/** What a report says was kept away, where the policy is enforced. Formats of `report-uri` and of the Reporting API. */
function violationsIn({ entry, requestText = '' }: Exchange): { directive: string; blocked: string }[] {
  const type = fieldValue(entry.request.headers, 'content-type') ?? entry.request.postData?.mimeType ?? '';
  if (!/csp-report|reports\+json/i.test(type) || requestText === '') return [];
  let report: unknown;
  try {
    report = JSON.parse(requestText);
  } catch {
    return [];
  }
  const bodies = Array.isArray(report)
    ? report.filter((one) => object(one)?.type === 'csp-violation').map((one) => object(one)?.body)
    : [object(report)?.['csp-report']];
  return bodies.flatMap((body) => {
    const fields = object(body);
    if (fields === undefined || (fields.disposition ?? 'enforce') !== 'enforce') return [];
    const directive =
      fields.effectiveDirective ?? fields['effective-directive'] ?? fields['violated-directive'];
    const url = fields.blockedURL ?? fields['blocked-uri'];
    if (typeof directive !== 'string' || typeof url !== 'string') return [];
    const name = /^[a-z-]{3,30}/.exec(directive)?.[0];
    const { host } = urlPlace(url);
    // `inline` and `eval` stand where there is no URL.
    const blocked = host === '' ? /^[a-z-]{1,30}$/.exec(url)?.[0] : host;
    return name === undefined || blocked === undefined ? [] : [{ directive: name, blocked }];
  });
}
