import type { IdempotencyKeyUse } from '@harrier/knowledge';
import type { Exchange } from '../../../exchange/exchange.ts';
import { fieldPosition } from '../../../exchange/field-value.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import { statusTroubles } from '../../../failures/status-troubles.ts';
import type { Rule } from '../../../findings/rule.ts';

/** Fields that make a request depend on what the thing is now. RFC 9110 §13.1. */
const conditions = ['if-match', 'if-unmodified-since', 'if-none-match', 'if-modified-since'] as const;

/**
 * Finds changes that do not fit what is there now: in use or existing already (409), changed by somebody since it was read
 * (412), or sent without the condition that the service wants (428). A warning: services expect clients to read again and
 * retry; nobody's data was lost. An error where a key for doing things once came a second time with other content: to ask again does
 * not help there.
 * Spec: RFC 9110 §15.5.10, §15.5.13, §13.1; RFC 6585 §3; the Idempotency-Key header field (draft of the HTTPAPI group), which has 409
 * for a request under way and 422 for other content; services also send 400.
 */
export const conflict: Rule<'fail/conflict'> = {
  meta: {
    id: 'fail/conflict',
    severity: 'warning',
    class: 'proven',
    knowledgeId: 'status/conflict',
    supersedes: ['fail/http-4xx'],
  },
  *detect(view) {
    for (const trouble of statusTroubles(
      view,
      (status, { exchange }) =>
        status === 409 ||
        status === 412 ||
        status === 428 ||
        ((status === 400 || status === 422) && keyUseOf(exchange) !== undefined),
    )) {
      const [{ exchange }] = trouble.failures;
      const condition = conditionOf(exchange);
      const keyUse = keyUseOf(exchange);
      yield {
        entries: trouble.entries,
        evidence: [
          ...trouble.evidence,
          ...(condition === undefined ? [] : headerEvidence(exchange, 'request', condition.toLowerCase())),
        ],
        facts: {
          ...trouble.facts,
          ...(condition === undefined ? {} : { condition }),
          ...(keyUse === undefined ? {} : { keyUse }),
        },
        ...(keyUse === 'reused' && !trouble.minor ? { severity: 'error' as const } : {}),
      };
    }
  },
};

/** The name of the condition that went along, in its usual letters. */
function conditionOf({ entry }: Exchange): string | undefined {
  const found = conditions.find((name) => fieldPosition(entry.request.headers, name) >= 0);
  return found?.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

const keyField = /^(?:x-)?idempot[\w]{1,6}-key$/i;
const keyWords = /\bidempot\w{1,6}[-_ ]?keys?\b|\bkeys? (?:for|of) idempot/i;
const underWay =
  /\b(?:in progress|being processed|processing|under way|concurrent|still running|not (?:yet )?(?:finished|complete))/i;
const otherContent =
  /\b(?:same (?:parameters|payload|body|content|request)|(?:different|other|another) (?:\w+ ){0,2}(?:parameters|payloads?|body|bodies|content|request)|mismatch|re-?used|already (?:been )?used)\b/i;

/** What a service has against the key of a request that it does once, by its own words. */
function keyUseOf({ entry, error }: Exchange): IdempotencyKeyUse | undefined {
  const told = error === undefined || error.family === 'network' ? '' : `${error.code ?? ''} ${error.text}`;
  const isAboutKey =
    keyWords.test(told) ||
    (/idempoten/i.test(told) && entry.request.headers.some(({ name }) => keyField.test(name)));
  if (!isAboutKey) return undefined;
  if (underWay.test(told)) return 'in-progress';
  return otherContent.test(told) ? 'reused' : undefined;
}
