import type { BrowserVerdict } from '../scenario/recorded-truth.ts';
import type { ExpectedVerdict, Truth } from '../scenario/truth.ts';
import { matchRequests } from './match-requests.ts';

/**
 * What the browser was expected to say and did not, in sentences. A truth that the browser does not bear out would
 * teach rules something wrong.
 */
export function missingVerdicts(
  truth: Truth,
  verdicts: readonly BrowserVerdict[],
  looseIssues: readonly string[],
): readonly string[] {
  const allIssues = [...looseIssues, ...verdicts.flatMap(({ issues = [] }) => issues)];
  return (truth.browser ?? []).flatMap((expected) => {
    const meant = matchRequests(verdicts, expected.on).map((index) => verdicts[index]!);
    if (meant.some((verdict) => agrees(verdict, expected)) && hasIssue(expected, allIssues)) return [];
    const wanted = Object.entries(expected).filter(([name]) => name !== 'on');
    return [
      `The browser should have said ${JSON.stringify(Object.fromEntries(wanted))} about ${String(expected.on.url)}; it said ${JSON.stringify(meant.map(opinion))}, issues ${JSON.stringify(allIssues)}.`,
    ];
  });
}

function agrees(verdict: BrowserVerdict, expected: ExpectedVerdict): boolean {
  return (
    (expected.errorText === undefined || verdict.errorText === expected.errorText) &&
    (expected.blockedReason === undefined || verdict.blockedReason === expected.blockedReason) &&
    (expected.corsError === undefined || verdict.corsError === expected.corsError) &&
    (expected.cookieReason === undefined ||
      (verdict.cookies ?? []).some(({ reasons }) => reasons.includes(expected.cookieReason!)))
  );
}

function hasIssue({ issue }: ExpectedVerdict, issues: readonly string[]): boolean {
  return issue === undefined || issues.includes(issue);
}

function opinion({ status, errorText, blockedReason, corsError, cookies }: BrowserVerdict): object {
  return { status, errorText, blockedReason, corsError, cookies };
}
