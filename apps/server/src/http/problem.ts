import { CaseSystemError, ObjectError, StoreError, TooManyReads } from '@harrier/cases';
import { ExceptionRefused } from '@harrier/cases/exceptions';
import { VaultError } from '@harrier/cases/vault';
import {
  type CaseErrorCode,
  type ExceptionRefusalCode,
  exceptionRefusals,
  type Language,
  pickLanguage,
  type VaultErrorCode,
} from '@harrier/knowledge';
import { words } from '@harrier/knowledge/words';
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
  readonly code: ProblemCode;
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
  if (isBrokenOff(request)) {
    const { method, url: route } = request.routeOptions;
    // Nobody reads the answer, and nothing here has failed.
    request.log.info({ method, route }, 'broken off');
    reply.hijack();
    return;
  }
  const { code, status, retryAfterMs } = codeAndStatus(error);
  if (status >= 500) request.log.error({ code, fault: faultName(error) }, 'request failed');
  const { what, next } = sentencesOf(code, languageOf(request));
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

/** Whether the connection ended before the whole body had come. */
function isBrokenOff({ raw }: FastifyRequest): boolean {
  return (raw.errored as NodeJS.ErrnoException | null)?.code === 'ECONNRESET';
}

/** The first language of `Accept-Language` that is spoken; weights other than the order are not looked at. */
export function languageOf(request: FastifyRequest): Language {
  for (const wish of (request.headers['accept-language'] ?? '').split(',')) {
    const language = pickLanguage(wish.split(';')[0]);
    if (language !== undefined) return language;
  }
  return 'en';
}

/** Everything that this API may say is wrong. */
export type ProblemCode = CaseErrorCode | ExceptionRefusalCode | VaultErrorCode;

/** What happened and the next step, in words. */
export function sentencesOf(code: ProblemCode, language: Language) {
  const { cases, exceptionRefusals: refusals, vaultErrors } = words(language);
  if (isRefusal(code)) return refusals[code];
  return isOfVault(code) ? vaultErrors[code] : cases.errors[code];
}

function isRefusal(code: ProblemCode): code is ExceptionRefusalCode {
  return (exceptionRefusals as readonly string[]).includes(code);
}

function isOfVault(code: ProblemCode): code is VaultErrorCode {
  return code.startsWith('vault/');
}

/** What stands against a step decides what a client can do about it: 4xx as in RFC 9110. */
const refusalStatuses: Readonly<Record<ExceptionRefusalCode, number>> = {
  'exception/not-allowed': 403,
  'exception/same-person': 403,
  'exception/wrong-token': 403,
  'exception/other-session': 403,
  'exception/not-found': 404,
  'exception/wrong-state': 409,
  'exception/narrower-first': 409,
  'exception/consent-awaited': 409,
  'exception/conflict': 409,
  'exception/not-sealed': 409,
  'exception/no-values': 409,
  'exception/too-late': 410,
  'exception/used': 410,
  'exception/reason-too-short': 400,
  'exception/empty-scope': 400,
  'exception/wrong-recipient': 400,
  'exception/bad-key': 400,
};

function codeAndStatus(error: unknown): {
  readonly code: ProblemCode;
  readonly status: number;
  readonly retryAfterMs?: number | undefined;
} {
  if (error instanceof RequestError) return error;
  if (error instanceof ExceptionRefused) return { code: error.code, status: refusalStatuses[error.code] };
  // Keys are given by people: what the gate turns away is told by name.
  if (error instanceof VaultError) return { code: error.code, status: 400 };
  if (error instanceof StoreError || error instanceof ObjectError) return { code: error.code, status: 503 };
  if (error instanceof LogStoreError) return { code: 'store/unreachable', status: 503 };
  if (error instanceof CaseSystemError) return { code: error.code, status: 502 };
  if (error instanceof TooManyReads)
    return new RequestError('request/too-many', { retryAfterMs: error.retryAfterMs });
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
