import type { ProtocolCookie } from '../requests/network-events.ts';
import type { HarField } from './har-fields.ts';

interface HarCookie extends HarField {
  readonly path?: string;
  readonly domain?: string;
  readonly expires?: string;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite?: string;
  readonly partitionKey?: unknown;
}

/** A cookie that was sent, as the browser's cookie store knows it. */
export function sentCookie(cookie: ProtocolCookie): HarCookie {
  const { name, value, path, domain, expires, httpOnly, secure, sameSite, partitionKey } = cookie;
  return {
    name,
    value,
    path,
    domain,
    ...dated(expires < 0 ? Number.NaN : expires * 1000),
    httpOnly,
    secure,
    ...(sameSite === undefined ? {} : { sameSite }),
    ...(partitionKey === undefined ? {} : { partitionKey }),
  };
}

/** The cookie that a Set-Cookie line asks for, whether or not the browser took it. `receivedMs`: since 1970. RFC 6265 §5.2. */
export function setCookie(line: string, receivedMs: number): HarCookie {
  const [pair = '', ...attributes] = line.split(';');
  const at = pair.indexOf('=');
  const [name, value] = at < 0 ? [pair.trim(), ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  const given = new Map(
    attributes.map((attribute) => {
      const [key = '', ...rest] = attribute.split('=');
      return [key.trim().toLowerCase(), rest.join('=').trim()] as const;
    }),
  );
  const maxAge = given.get('max-age');
  const expires = given.get('expires');
  const endMs =
    maxAge !== undefined && /^-?\d+$/.test(maxAge)
      ? receivedMs + Number(maxAge) * 1000
      : Date.parse(expires ?? '');
  const path = given.get('path');
  const domain = given.get('domain');
  const sameSite = given.get('samesite');
  return {
    name,
    value,
    ...(path ? { path } : {}),
    ...(domain ? { domain } : {}),
    ...dated(endMs),
    httpOnly: given.has('httponly'),
    secure: given.has('secure'),
    ...(sameSite ? { sameSite } : {}),
  };
}

/** Dates beyond what a calendar holds are as good as none. */
function dated(epochMs: number): { readonly expires?: string } {
  const date = new Date(epochMs);
  return Number.isNaN(date.getTime()) ? {} : { expires: date.toISOString() };
}
