/** A cookie of a Set-Cookie field and when it ends. */
export interface CookieLife {
  readonly value: string;
  /** Epoch, ms. */
  readonly until: number;
}

/** When the cookies of a Set-Cookie field (one a line) end; those without an end are left out. Spec: RFC 6265 §5.2. */
export function cookieLives(field: string, receivedEpochMs: number): CookieLife[] {
  return field.split('\n').flatMap((line) => {
    const [pair = '', ...attributes] = line.split(';');
    const value = pair.slice(pair.indexOf('=') + 1).trim();
    const until = endOf(attributes, receivedEpochMs);
    return value === '' || until === undefined ? [] : [{ value, until }];
  });
}

function endOf(attributes: readonly string[], received: number): number | undefined {
  let expires: number | undefined;
  for (const attribute of attributes) {
    const [name = '', text = ''] = attribute.split('=');
    // Max-Age goes before Expires.
    if (/^\s*max-age\s*$/i.test(name) && /^\s*-?\d{1,12}\s*$/.test(text) && Number.isFinite(received))
      return received + Number(text) * 1000;
    if (/^\s*expires\s*$/i.test(name)) expires = Date.parse(text);
  }
  return expires === undefined || Number.isNaN(expires) ? undefined : expires;
}
