import { CaseSystemError, ObjectError, StoreError } from '@harrier/cases';
import { type CaseErrorCode, type Language, pickLanguage, words } from '@harrier/knowledge';
import { LogStoreError } from '@harrier/logs/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestError } from './request-error.ts';

/** Spec: RFC 9457, `application/problem+json`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** The next step. */
  readonly detail: string;
  readonly code: CaseErrorCode;
  /** Names this request in the server's log. */
  readonly instance: string;
  /** Where the request is not as it should be: JSON pointers and rules, no values. */
  readonly errors?: readonly { readonly pointer: string; readonly rule: string }[];
}

/** Answers with a problem in the reader's language. What it says comes from the code alone. */
export async function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { code, status, retryAfterMs } = codeAndStatus(error);
  if (status >= 500) request.log.error({ code, fault: faultName(error) }, 'request failed');
  const { what, next } = words(languageOf(request)).cases.errors[code];
  const problem: Problem = {
    type: `urn:harrier:problem:${code}`,
    title: what,
    status,
    detail: next,
    code,
    instance: `urn:harrier:request:${request.id}`,
    ...validationErrors(error),
  };
  if (retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(retryAfterMs / 1000));
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="harrier"');
  await reply.code(status).type('application/problem+json').send(JSON.stringify(problem));
}

/** The first language of `Accept-Language` that is spoken; weights other than the order are not looked at. */
export function languageOf(request: FastifyRequest): Language {
  for (const wish of (request.headers['accept-language'] ?? '').split(',')) {
    const language = pickLanguage(wish.split(';')[0]);
    if (language !== undefined) return language;
  }
  return 'en';
}

function codeAndStatus(error: unknown): {
  readonly code: CaseErrorCode;
  readonly status: number;
  readonly retryAfterMs?: number | undefined;
} {
  if (error instanceof RequestError) return error;
  if (error instanceof StoreError || error instanceof ObjectError) return { code: error.code, status: 503 };
  if (error instanceof LogStoreError) return { code: 'store/unreachable', status: 503 };
  if (error instanceof CaseSystemError) return { code: error.code, status: 502 };
  switch ((error as { statusCode?: unknown }).statusCode) {
    case 400:
    case 415:
      return new RequestError('request/invalid');
    case 413:
      return new RequestError('request/too-large');
    case 404:
      return new RequestError('request/not-found');
    case 429:
      return new RequestError('request/too-many');
    default:
      return new RequestError('request/internal');
  }
}

function validationErrors(error: unknown): Pick<Problem, 'errors'> {
  const { validation } = error as { validation?: readonly { instancePath: string; keyword: string }[] };
  if (validation === undefined) return {};
  return {
    errors: validation.map(({ instancePath, keyword }) => ({ pointer: instancePath, rule: keyword })),
  };
}

/** Kind and place of a fault. Its message may hold captured text or SQL with values, and stays out of the log. */
function faultName(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...places.slice(0, 4).map((line) => line.trim())].join(' ');
}
