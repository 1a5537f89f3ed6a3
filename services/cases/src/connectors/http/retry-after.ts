/** The three forms of a date all begin with the day of the week. */
const date = /^[A-Z][a-z]{2}/;
/** Nobody is obeyed for longer; a case system that is gone for a day is a matter for people. */
const mostMs = 24 * 3_600_000;

/**
 * The field `Retry-After` in milliseconds from `nowMs`: seconds, or an HTTP date. Undefined when it says nothing that makes sense.
 * Spec: RFC 9110 §10.2.3.
 */
export function retryAfterMs(field: string | undefined, nowMs: number): number | undefined {
  if (field === undefined) return undefined;
  const text = field.trim();
  const waitMs = /^\d{1,9}$/.test(text)
    ? Number(text) * 1000
    : date.test(text)
      ? Date.parse(text) - nowMs
      : Number.NaN;
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(0, waitMs), mostMs);
}
