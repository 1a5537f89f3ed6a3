import type { Exchange } from '../../../exchange/exchange.ts';
import { HeadSign } from '../../../exchange/head-words.ts';
import { alike } from '../../../failures/alike.ts';
import { errorFacts, exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { Failure } from '../../../failures/failure.ts';
import { errorTextEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import type { Rule } from '../../../findings/rule.ts';
import { refusalWords, requestsBesideRefusals } from '../refused.ts';

/** What frameworks call it: Rails, Django, Spring, Laravel, ASP.NET, Express, SharePoint. */
const words =
  /\b(?:csrf|xsrf)|cross[- ]site request forgery|anti-?forgery|authenticity[_ ]token|request verification token|page (?:has )?expired|security validation for this page|\bform ?digest\b/i;
const fieldName =
  /^x-(?:csrf|xsrf)(?:-?token)?$|^(?:csrf|xsrf)-token$|^requestverificationtoken$|^x-csrftoken$/i;

/**
 * Finds refusals for want of the token that protects against forged requests: the answer says so (403, 400), its status is 419,
 * or the request lacks the field that other changing requests to the same host carry and are accepted with.
 * Quiet about a plain 403 of a read, which needs no such token.
 */
export const csrf: Rule<'auth/csrf'> = {
  meta: {
    id: 'auth/csrf',
    severity: 'error',
    class: 'strong',
    knowledgeId: 'auth/refused',
    supersedes: ['auth/unauthorized', 'auth/scope-missing', 'fail/http-4xx'],
  },
  opens: requestsBesideRefusals,
  *detect(view) {
    const used = fieldsInUse(view);
    const failures = view.failures.filter((failure) => isRefused(failure, used, view));
    for (const group of alike(failures, ({ exchange }) =>
      JSON.stringify([exchange.entry.response.status, exchange.error?.text]),
    )) {
      const [first] = group;
      const { row, exchange } = first;
      const { errorText } = errorFacts(exchange);
      const missingField = missing(exchange, used.get(view.host(row)));
      yield {
        entries: group.map((failure) => failure.row),
        evidence: [statusEvidence(row), ...errorTextEvidence(exchange)],
        facts: {
          ...exchangeFacts(exchange, group.length),
          status: exchange.entry.response.status ?? 0,
          ...(errorText === undefined ? {} : { errorText }),
          ...(missingField === undefined ? {} : { missingField }),
        },
        ...(view.healedBy(row) === undefined ? {} : { severity: 'warning' as const }),
      };
    }
  },
};

function isRefused(failure: Failure, used: ReadonlyMap<string, string>, view: CaptureView): boolean {
  const { reading, exchange, row } = failure;
  const { status = 0 } = exchange.entry.response;
  if (!(reading === 'auth' && failure.authKind === 'refused') && reading !== 'client') return false;
  if (status === 419) return true;
  if (![400, 401, 403, 422].includes(status)) return false;
  const { error } = exchange;
  const told = error === undefined || error.family === 'network' ? '' : `${error.code ?? ''} ${error.text}`;
  if (words.test(told)) return true;
  if (status !== 403 || isSafe(exchange)) return false;
  return words.test(refusalWords({ exchange })) || missing(exchange, used.get(view.host(row))) !== undefined;
}

/** The field of this kind that changing requests to a host that failed something were last accepted with, by host. */
function fieldsInUse(view: CaptureView): ReadonlyMap<string, string> {
  const hosts = new Set(view.failures.map(({ row }) => view.host(row)));
  const used = new Map<string, string>();
  for (let at = view.openedRows.length - 1; at >= 0; at--) {
    const row = view.openedRows[at] as number;
    const host = view.host(row);
    const status = view.index.columns.status[row] as number;
    if (!hosts.has(host) || used.has(host) || status < 200 || status > 299) continue;
    const exchange = safeMethod.test(view.method(row)) ? undefined : view.exchange(row);
    if (exchange?.mentions(HeadSign.csrf) !== true) continue;
    const field = exchange.entry.request.headers.find(({ name }) => fieldName.test(name));
    if (field !== undefined) used.set(host, field.name);
  }
  return used;
}

function missing({ entry }: Exchange, field: string | undefined): string | undefined {
  return field === undefined || entry.request.headers.some(({ name }) => fieldName.test(name))
    ? undefined
    : field;
}

/** RFC 9110 §9.2.1. */
function isSafe({ entry }: Exchange): boolean {
  return safeMethod.test(entry.request.method);
}

/** RFC 9110 §9.2.1. */
const safeMethod = /^(?:GET|HEAD|OPTIONS|TRACE)$/i;
