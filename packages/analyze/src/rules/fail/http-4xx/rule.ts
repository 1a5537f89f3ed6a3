import { alike } from '../../../failures/alike.ts';
import { errorFacts, exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { errorTextEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import { isBodyMissing } from '../../../failures/is-body-missing.ts';
import type { Severity } from '../../../findings/finding.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds answers of 400 to 499 that no more exact rule explains (401, 403 and 407 are `auth/unauthorized`, refused
 * preflights `cors/…`): the service understood and said no, mostly because of what was sent.
 * Milder: what browsers fetch by themselves (icons, source maps), what services expect clients to cope with (409, 412, 428,
 * 429), and what succeeded when it was asked again.
 * Spec: RFC 9110 §15.5, RFC 6585.
 */
export const http4xx: Rule<'fail/http-4xx'> = {
  meta: { id: 'fail/http-4xx', severity: 'error', class: 'proven', knowledgeId: 'status/4xx' },
  *detect(view) {
    const failures = view.failures.filter((failure) => failure.reading === 'client');
    const groups = alike(failures, ({ row, exchange }) =>
      JSON.stringify([
        exchange.entry.response.status,
        exchange.error?.text,
        view.healedBy(row) === undefined,
      ]),
    );
    for (const group of groups) {
      const [{ row, exchange }] = group;
      const status = exchange.entry.response.status ?? 0;
      const healed = view.healedBy(row) !== undefined;
      yield {
        entries: group.map((failure) => failure.row),
        evidence: [statusEvidence(row), ...errorTextEvidence(exchange)],
        facts: {
          ...exchangeFacts(exchange, group.length),
          status,
          ...errorFacts(exchange),
          healed,
          bodyMissing: isBodyMissing(exchange),
        },
        severity: severityOf(group[0], status, healed),
      };
    }
  },
};

/** Conflicts and limits that clients are meant to handle. RFC 9110 §15.5.10, §15.5.13; RFC 6585 §3, §4. */
const expected: ReadonlySet<number> = new Set([409, 412, 428, 429]);

/** Browsers and their developer tools ask for these unasked. */
const unasked =
  /\/(?:favicon[^/]*\.\w+|apple-touch-icon[^/]*\.png|robots\.txt|[^/]*\.map)(?:[?#]|$)|\/\.well-known\//i;

function severityOf({ exchange }: FailureOf<'client'>, status: number, healed: boolean): Severity {
  const { request, resourceType } = exchange.entry;
  if (unasked.test(request.url)) return 'info';
  if (healed || expected.has(status) || resourceType === 'ping') return 'warning';
  return 'error';
}
