import { tokenOf } from '../../../auth/jwt.ts';
import { shownText } from '../../../cors/allow-origin.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { alike } from '../../../failures/alike.ts';
import { errorFacts, exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { errorTextEvidence, headerEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { Rule } from '../../../findings/rule.ts';
import { refusals, statusOf } from '../refused.ts';

/** RFC 6750 §3.1, and the words with which services say that a role or a scope is not there. */
const lacksRight =
  /insufficient[_ ](?:scope|permission|privilege|right|role|access)s?|(?:missing|lacks?|requires?|needs?|without|does(?: not|n['’]t) have|no)\b.{0,60}\b(?:scopes?|roles?|permissions?|privileges?|entitlements?)\b|\b(?:scopes?|roles?|permissions?|privileges?)\b.{0,60}\b(?:missing|required|denied|insufficient|not granted)\b|permission[_ ]denied|not (?:authori[sz]ed|allowed|permitted) to\b|forbidden for (?:this|your) role/i;

/**
 * Finds refusals (403, or 401 with `insufficient_scope`) that say that a scope, a role or a permission is not there: who asks is known and
 * may not do this. Shows the scopes that are asked for and those that the token has, where they can be read.
 * Quiet about a plain 403, whose reason nobody tells, and where a licence is what is not there (`permission/licence`). Spec: RFC 6750 §3.1.
 */
export const scopeMissing: Rule<'auth/scope-missing'> = {
  meta: {
    id: 'auth/scope-missing',
    severity: 'error',
    class: 'strong',
    knowledgeId: 'auth/refused',
    supersedes: ['auth/unauthorized'],
  },
  *detect(view) {
    const failures = refusals(view).filter(saysSo);
    for (const group of alike(failures, (failure) =>
      JSON.stringify([
        statusOf(failure),
        failure.exchange.error?.text,
        view.healedBy(failure.row) === undefined,
      ]),
    )) {
      const [first] = group;
      const { row, exchange } = first;
      const { errorText } = errorFacts(exchange);
      const required = /\bscope="([^"]{1,300})"/.exec(challengeOf(first))?.[1];
      const granted = tokenOf(exchange.entry)?.claims.scopes?.join(' ');
      yield {
        entries: group.map((failure) => failure.row),
        evidence: [
          statusEvidence(row),
          ...errorTextEvidence(exchange),
          ...headerEvidence(exchange, 'response', 'www-authenticate'),
        ],
        facts: {
          ...exchangeFacts(exchange, group.length),
          status: statusOf(first),
          ...(errorText === undefined ? {} : { errorText }),
          ...(required === undefined ? {} : { required: shownText(required) }),
          ...(granted === undefined ? {} : { granted: shownText(granted) }),
        },
        ...(view.healedBy(row) === undefined ? {} : { severity: 'warning' as const }),
      };
    }
  },
};

function saysSo(failure: FailureOf<'auth'>): boolean {
  const challenge = challengeOf(failure);
  if (/insufficient_scope/i.test(challenge)) return true;
  const { error } = failure.exchange;
  const text = error === undefined || error.family === 'network' ? '' : `${error.code ?? ''} ${error.text}`;
  return statusOf(failure) === 403 ? lacksRight.test(text) : /insufficient[_ ]scope/i.test(text);
}

function challengeOf({ exchange }: FailureOf<'auth'>): string {
  return fieldValue(exchange.entry.response.headers, 'www-authenticate')?.slice(0, 2000) ?? '';
}
