import { isJsonObject, type RawObject } from './raw-object.ts';

/** Where exporters write why an exchange failed: Chrome and mitmproxy, Playwright. */
const errorMembers = ['_error', '_failureText'] as const;

/**
 * Why the exchange failed, e.g. `net::ERR_CONNECTION_REFUSED`: from the response, else from the entry.
 * Puppeteer's tools write an object there; its code or message is taken then.
 */
export function readExchangeError(entry: RawObject, response: RawObject | undefined): string | undefined {
  for (const owner of [response, entry]) {
    for (const member of errorMembers) {
      const written = owner?.peek(member);
      const text = errorText(written);
      if (text === undefined) continue;
      // An object says more than its text, so it stays among the fields that are kept as written.
      if (typeof written === 'string') owner?.take(member);
      return text;
    }
  }
  return undefined;
}

function errorText(written: unknown): string | undefined {
  if (typeof written === 'string') return written.trim() || undefined;
  if (!isJsonObject(written)) return undefined;
  for (const member of ['errorText', 'message', 'code', 'name']) {
    const value = written[member];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}
