import { fieldValue } from './fields.ts';
import type { BodyAbsence, EntryRequest } from './model.ts';

/**
 * Why a response has no text, where it can be told: 8,790 of 10,718 measured entries have none, for
 * five different reasons that look the same in the file.
 */
export function absenceOf(exchange: {
  readonly request: EntryRequest;
  readonly status: number | undefined;
  /** `content.size`, where known. */
  readonly size: number | undefined;
  /** `content.comment`: HTTP Toolkit and Firefox say there that a limit was met. */
  readonly comment: string | undefined;
}): BodyAbsence {
  const { request, status, size, comment } = exchange;
  if (status === undefined || status === 0) return 'failed';
  if (isPreflight(request)) return 'cors-preflight';
  if (comment && /limit|too (large|long|big)|exceed|truncat/i.test(comment)) return 'over-limit';
  if (request.method.toUpperCase() === 'HEAD' || hasNoBody(status)) return 'no-body';
  return size === 0 || (size === undefined && isRedirect(status)) ? 'no-body' : 'not-captured';
}

/** An OPTIONS request that asks on behalf of another one. Fetch standard, CORS-preflight request. */
export function isPreflight(request: EntryRequest): boolean {
  return (
    request.method.toUpperCase() === 'OPTIONS' &&
    fieldValue(request.headers, 'access-control-request-method') !== undefined
  );
}

/** RFC 9110 §6.4.1: 1xx, 204 and 304 responses never have content. */
function hasNoBody(status: number): boolean {
  return status < 200 || status === 204 || status === 205 || status === 304;
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}
