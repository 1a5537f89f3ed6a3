/** What people and programs write where a value stood: `[REDACTED]`, `***`, `••••`, `<removed>`, `xxxxxxxx`. */
const mask =
  /^\s{0,4}[[<({*_-]{0,4}\s?(?:redacted|removed|masked|scrubbed|sanitized|sanitised|anonymi[sz]ed|hidden|filtered|omitted|deleted|secret|value[ -]removed)\b[^\n]{0,40}$|[*•●✱]{3,}|^[xX]{6,}$|^[-_.#]{6,}$/i;

/** Whether a value was taken out of the capture by a sanitizer or by hand, or is shown masked by the service. */
export function isMaskedValue(value: string): boolean {
  return value.length < 400 && mask.test(value);
}
