import { object } from '../error-text/shape-hit.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Evidence } from '../findings/finding.ts';

/** Something that the browser itself said of an exchange, and where it stands. */
export interface Told<Content> {
  readonly content: Content;
  readonly evidence: Evidence;
}

/** A page that repeats itself needs no more. */
const MAX_ITEMS = 200;

/**
 * Lines of the console about a request, or about what its page did (`_consoleErrors`). Only Harrier's recorder writes them: of much
 * that a browser refuses, a capture bears no other mark. The texts are Chromium's, which does not translate them.
 */
export function consoleErrorsOf({ entry }: Exchange): readonly Told<string>[] {
  return items(entry.custom._consoleErrors).flatMap((item, at) => {
    const text = object(item)?.text;
    return typeof text === 'string'
      ? [{ content: text, evidence: evidenceAt(entry.index, `/_consoleErrors/${at}/text`) }]
      : [];
  });
}

/** Whether the browser said of this exchange what a pattern describes, and where. */
export function saidInConsole(exchange: Exchange, pattern: RegExp): Evidence | undefined {
  return consoleErrorsOf(exchange).find(({ content }) => pattern.test(content))?.evidence;
}

/** A violation of a Content Security Policy, as the Issues panel tells it. */
export interface Violation {
  /** `connect-src`, `script-src-elem` … */
  readonly directive: string;
  /** What was refused; `inline` or `eval` where that is no URL. */
  readonly blocked: string;
}

/** Violations of policies that are in force, told of a document or of the request that was refused (`_issues`). */
export function violationsOf({ entry }: Exchange): readonly Told<Violation>[] {
  return items(entry.custom._issues).flatMap((item, at) => {
    const issue = object(item);
    const details = object(issue?.details);
    if (issue?.code !== 'ContentSecurityPolicyIssue' || details === undefined) return [];
    if (details.isReportOnly === true) return [];
    const { violatedDirective, blockedURL, contentSecurityPolicyViolationType: type } = details;
    const directive = /^[a-z-]{3,30}/.exec(String(violatedDirective))?.[0];
    const blocked = typeof blockedURL === 'string' && blockedURL !== '' ? blockedURL : kinds[String(type)];
    if (directive === undefined || blocked === undefined) return [];
    const evidence = evidenceAt(entry.index, `/_issues/${at}`);
    return [{ content: { directive, blocked }, evidence }];
  });
}

/** DevTools protocol, `Audits.ContentSecurityPolicyViolationType`, of what has no URL. */
const kinds: Readonly<Record<string, string>> = {
  kInlineViolation: 'inline',
  kEvalViolation: 'eval',
  kWasmEvalViolation: 'wasm-eval',
  kTrustedTypesSinkViolation: 'trusted-types',
  kTrustedTypesPolicyViolation: 'trusted-types',
};

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, MAX_ITEMS) : [];
}

function evidenceAt(entry: number, pointer: string): Evidence {
  return { entry, pointer, role: 'cause' };
}
