import type { Exchange } from '../exchange/exchange.ts';
import { fieldValue } from '../exchange/field-value.ts';

/** Services that ask to wait longer than this mean something else (a date of their own, an expiry in seconds since 1970). */
const MAX_WAIT_S = 7 * 24 * 3600;

/** How long the answer asks to wait, in s: Retry-After as a number, or as a date from the answer's own. RFC 9110 §10.2.3. */
export function retryAfterS({ entry }: Exchange): number | undefined {
  const { headers } = entry.response;
  const written = fieldValue(headers, 'retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(written)) return within(Number(written));
  const until = Date.parse(written);
  const from = Date.parse(fieldValue(headers, 'date') ?? '');
  const since = Number.isNaN(from) ? entry.startEpochMs : from;
  if (Number.isNaN(until) || since === undefined) return undefined;
  return within(Math.round((until - since) / 1000));
}

/** The limit that the answer names, and when it begins anew, in s: `RateLimit-*`, `X-RateLimit-*`, or `RateLimit` in one. */
export function rateLimitOf({ entry }: Exchange): { readonly limit?: number; readonly resetS?: number } {
  const { headers } = entry.response;
  const numberOf = (...names: string[]) => {
    for (const name of names) {
      const digits = /^\s*(\d{1,9})\b/.exec(fieldValue(headers, name) ?? '')?.[1];
      if (digits !== undefined) return Number(digits);
    }
    return undefined;
  };
  const whole = fieldValue(headers, 'ratelimit') ?? '';
  const part = (name: string) => {
    const digits = new RegExp(`\\b${name}=(\\d{1,9})\\b`, 'i').exec(whole)?.[1];
    return digits === undefined ? undefined : Number(digits);
  };
  const limit = numberOf('ratelimit-limit', 'x-ratelimit-limit', 'x-rate-limit-limit') ?? part('limit');
  const reset =
    numberOf('ratelimit-reset', 'x-ratelimit-reset', 'x-rate-limit-reset') ?? part('reset') ?? part('t');
  // Some write the moment (seconds since 1970) instead of the time until then.
  const resetS = reset === undefined ? undefined : within(reset);
  return { ...(limit === undefined ? {} : { limit }), ...(resetS === undefined ? {} : { resetS }) };
}

function within(seconds: number): number | undefined {
  return seconds >= 0 && seconds <= MAX_WAIT_S ? seconds : undefined;
}

/** Statuses that services use besides 429: GitHub and Google 403, Amazon 400 and 503. */
const otherStatuses: ReadonlySet<number> = new Set([400, 403, 503]);
const tooMany =
  /\brate[-_ ]?limit(?:s|ing)?[-_ ](?:\w+ ){0,4}(?:exceeded|reached|hit|error)\b|\brate[-_ ]?limited\b|\b(?:exceed(?:ed|s)?|hit|reached|over) (?:\w+ ){0,4}(?:rate[-_ ]?limits?|quota|request limit)\b|\btoo[-_ ]?many[-_ ]?requests|\bthrottl(?:ed|ing)(?:exception)?\b|\bslow ?down\b|\brate exceeded\b|\breduce (?:your )?(?:request )?rate\b|\bresource_exhausted\b|\brequest ?limit ?exceeded|\bquota ?(?:was |has been |is )?exceeded\b/i;
/** Quotas of other things, which waiting does not fill up again. */
const ofRoom = /\b(?:storage|disk|space|mailbox|drive|upload|file|attachments?|licen[cs]es?|seats?|users)\b/i;

/** Whether an answer says that there were too many requests: by 429, or by its words under a status that is less exact. */
export function isRateLimited({ entry, error }: Exchange): boolean {
  const { status = 0 } = entry.response;
  if (status === 429) return true;
  if (!otherStatuses.has(status) || error === undefined || error.family === 'network') return false;
  const told = `${error.code ?? ''} ${error.text}`;
  return tooMany.test(told) && !ofRoom.test(told);
}
