import type { RequestErrorCode } from '@harrier/knowledge';

const statuses: Readonly<Record<RequestErrorCode, number>> = {
  'request/invalid': 400,
  'request/common-password': 400,
  'request/not-signed-in': 401,
  'request/wrong-sign-in': 401,
  'request/second-factor': 401,
  'request/forbidden': 403,
  'request/wrong-origin': 403,
  'request/not-found': 404,
  'request/conflict': 409,
  'request/gone': 410,
  'request/too-large': 413,
  'request/too-many': 429,
  'request/enough': 409,
  'request/internal': 500,
  'request/identity-provider': 502,
};

/** A request is not done. The answer is made of the code: words in the reader's language, and nothing of the request. */
export class RequestError extends Error {
  readonly code: RequestErrorCode;
  readonly status: number;
  readonly retryAfterMs: number | undefined;

  constructor(code: RequestErrorCode, details: { readonly retryAfterMs?: number } = {}) {
    super(code);
    this.name = 'RequestError';
    this.code = code;
    this.status = statuses[code];
    this.retryAfterMs = details.retryAfterMs;
  }
}
