/** Whether a message of this method carries content. `no-meaning`: it may, and no receiver has to understand it. */
export type MethodContent = 'yes' | 'no' | 'optional' | 'no-meaning';

/** What RFC 9110 §9.2 and the method's own section say. */
export interface MethodFacts {
  readonly safe: boolean;
  readonly idempotent: boolean;
  /** `marked`: only with explicit freshness and a Content-Location that equals the target. */
  readonly cacheable: 'yes' | 'no' | 'marked';
  readonly requestContent: MethodContent;
  readonly responseContent: MethodContent;
  readonly source: string;
}

/** The methods of RFC 9110, and PATCH of RFC 5789. */
export const methodFacts = {
  GET: facts('RFC 9110 §9.3.1', 'safe', 'yes', 'no-meaning', 'yes'),
  HEAD: facts('RFC 9110 §9.3.2', 'safe', 'yes', 'no-meaning', 'no'),
  POST: facts('RFC 9110 §9.3.3', 'neither', 'marked', 'yes', 'yes'),
  PUT: facts('RFC 9110 §9.3.4', 'idempotent', 'no', 'yes', 'optional'),
  PATCH: facts('RFC 5789 §2', 'neither', 'marked', 'yes', 'optional'),
  DELETE: facts('RFC 9110 §9.3.5', 'idempotent', 'no', 'no-meaning', 'optional'),
  OPTIONS: facts('RFC 9110 §9.3.7', 'safe', 'no', 'optional', 'optional'),
  TRACE: facts('RFC 9110 §9.3.8', 'safe', 'no', 'no', 'yes'),
  CONNECT: facts('RFC 9110 §9.3.6', 'neither', 'no', 'no', 'no'),
} as const;

export type MethodName = keyof typeof methodFacts;

/** Every safe method is idempotent (RFC 9110 §9.2.2). */
function facts(
  source: string,
  promise: 'safe' | 'idempotent' | 'neither',
  cacheable: MethodFacts['cacheable'],
  requestContent: MethodContent,
  responseContent: MethodContent,
): MethodFacts {
  return {
    safe: promise === 'safe',
    idempotent: promise !== 'neither',
    cacheable,
    requestContent,
    responseContent,
    source,
  };
}
