import type { Exchange } from '../../../exchange/exchange.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import { statusTroubles } from '../../../failures/status-troubles.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds requests whose form the service does not take: the method (405), the media type of what was sent (415), or every
 * media type or language that was asked for (406). Says what was sent and what the answer allows.
 * Spec: RFC 9110 §15.5.6, §15.5.7, §15.5.16, §10.2.1 (Allow), §12.5.1 (Accept in a response).
 */
export const methodNotAllowed: Rule<'fail/method-not-allowed'> = {
  meta: {
    id: 'fail/method-not-allowed',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'status/method-not-allowed',
    supersedes: ['fail/http-4xx'],
  },
  *detect(view) {
    for (const trouble of statusTroubles(
      view,
      (status) => status === 405 || status === 406 || status === 415,
    )) {
      const [{ exchange }] = trouble.failures;
      const languages = trouble.status === 406 ? languagesOf(exchange) : undefined;
      const sent = languages === undefined ? sentOf(exchange, trouble.status) : undefined;
      const allowed = allowedOf(exchange, trouble.status);
      yield {
        entries: trouble.entries,
        evidence: [
          ...trouble.evidence,
          ...sentFields(trouble.status, languages).flatMap((name) =>
            headerEvidence(exchange, 'request', name, 'cause'),
          ),
          ...allowingFields(trouble.status).flatMap((name) => headerEvidence(exchange, 'response', name)),
        ],
        facts: {
          ...trouble.facts,
          ...(sent === undefined ? {} : { sent }),
          ...(languages === undefined ? {} : { languages }),
          ...(allowed === undefined ? {} : { allowed }),
        },
        ...(trouble.minor ? { severity: 'warning' as const } : {}),
      };
    }
  },
};

function sentFields(status: number, languages?: string): readonly string[] {
  if (status === 415) return ['content-type', 'content-encoding'];
  if (status !== 406) return [];
  return [languages === undefined ? 'accept' : 'accept-language'];
}

/** How answers say that it is the language that they lack. */
const languageWords =
  /\blanguages?\b|\blocales?\b|\bsprachen?\b|\blangues?\b|\bidiomas?\b|\blingu[ae]\b|言語|语言|語言|언어/i;
const MAX_LANGUAGES = 4;

/** The languages that were asked for, where the answer names one of them or speaks of languages. RFC 9110 §12.5.4; tags: RFC 5646. */
function languagesOf({ entry, error }: Exchange): string | undefined {
  const asked = (fieldValue(entry.request.headers, 'accept-language') ?? '')
    .slice(0, 1000)
    .split(',')
    .map((part) => part.split(';')[0]?.trim() ?? '')
    .filter((tag) => /^[A-Za-z]{2,8}(?:-[A-Za-z\d]{1,8}){0,4}$/.test(tag));
  const text = error?.text ?? '';
  const isNamed = asked.some((tag) => tag.includes('-') && text.toLowerCase().includes(tag.toLowerCase()));
  if (asked.length === 0 || !(isNamed || languageWords.test(text))) return undefined;
  return asked.slice(0, MAX_LANGUAGES).join(', ');
}

function allowingFields(status: number): readonly string[] {
  if (status === 405) return ['allow'];
  return status === 415 ? ['accept', 'accept-post', 'accept-patch'] : [];
}

function sentOf({ entry }: Exchange, status: number): string | undefined {
  if (status === 405) return undefined;
  if (status === 406) {
    const types = mediaTypes(fieldValue(entry.request.headers, 'accept'));
    // Who takes anything was not refused for its type.
    return types?.includes('*/*') ? undefined : types;
  }
  return mediaTypes(fieldValue(entry.request.headers, 'content-type') ?? entry.request.postData?.mimeType);
}

function allowedOf({ entry }: Exchange, status: number): string | undefined {
  const { headers } = entry.response;
  if (status === 405) {
    const allow = fieldValue(headers, 'allow')?.trim() ?? '';
    return /^[A-Z]{1,20}(?:\s{0,3},\s{0,3}[A-Z]{1,20}){0,19}$/.test(allow) ? allow : undefined;
  }
  for (const name of allowingFields(status)) {
    const types = mediaTypes(fieldValue(headers, name));
    if (types !== undefined) return types;
  }
  return undefined;
}

const MAX_TYPES = 4;

/** Media types and ranges without their parameters; nothing else of the field is shown. RFC 9110 §8.3.1. */
function mediaTypes(value: string | undefined): string | undefined {
  const types = (value ?? '')
    .slice(0, 1000)
    .split(',')
    .map((part) => part.split(';')[0]?.trim() ?? '')
    .filter((type) => /^[\w*.+-]{1,60}\/[\w*.+-]{1,80}$/.test(type));
  return types.length === 0 ? undefined : types.slice(0, MAX_TYPES).join(', ');
}
