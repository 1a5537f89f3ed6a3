import type { CaseSystemErrorCode } from '@harrier/knowledge';
import { CaseSystemError } from '../case-system-error.ts';
import type { HttpAnswer } from './case-system-http.ts';
import { retryAfterMs } from './retry-after.ts';

const codes: ReadonlyMap<number, CaseSystemErrorCode> = new Map([
  [401, 'case-system/not-signed-in'],
  [403, 'case-system/forbidden'],
  [404, 'case-system/not-found'],
  [405, 'case-system/forbidden'],
  [408, 'case-system/busy'],
  [410, 'case-system/not-found'],
  [413, 'case-system/too-large'],
  [415, 'case-system/type-refused'],
  [423, 'case-system/closed'],
  [425, 'case-system/busy'],
  [429, 'case-system/busy'],
  [503, 'case-system/busy'],
]);

/** A refusal in our words. Case systems with words of their own read the body before. */
export function refusalOf(
  { status, fields }: Pick<HttpAnswer, 'status' | 'fields'>,
  nowMs: number,
): CaseSystemError {
  const code = codes.get(status) ?? (status >= 500 ? 'case-system/unreachable' : 'case-system/unexpected');
  const field = fields['retry-after'];
  const waitMs = retryAfterMs(typeof field === 'string' ? field : undefined, nowMs);
  return new CaseSystemError(code, `the case system answered ${status}`, {
    status,
    ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }),
  });
}
