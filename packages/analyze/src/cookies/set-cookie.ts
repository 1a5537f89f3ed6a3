import type { Entry } from '@harrier/har';

/** A cookie as a Set-Cookie field names it. RFC 6265bis §5.6. Names of attributes in any case. */
export interface SetCookie {
  readonly name: string;
  readonly valueLength: number;
  readonly domain?: string;
  readonly path?: string;
  readonly secure: boolean;
  /** Lower case, as written: `none`, `lax`, `strict` or anything else. */
  readonly sameSite?: string;
  /** Expires, where there is no Max-Age; ms since 1970. */
  readonly endsEpochMs?: number;
  /** The field takes the cookie away. */
  readonly removes: boolean;
  /** Position of the field in the answer's list. */
  readonly at: number;
}

/** Every cookie that an answer sets. Some exporters join fields with line ends. */
export function setCookies({ response }: Entry): SetCookie[] {
  return response.headers.flatMap(({ name, value }, at) =>
    name.toLowerCase() === 'set-cookie'
      ? value.split('\n').flatMap((line) => readSetCookie(line, at) ?? [])
      : [],
  );
}

function readSetCookie(line: string, at: number): SetCookie | undefined {
  const [pair = '', ...rest] = line.split(';');
  const equals = pair.indexOf('=');
  const name = (equals < 0 ? '' : pair.slice(0, equals)).trim();
  if (name === '') return undefined;
  const attributes = new Map(
    rest.map((text) => {
      const [key = '', ...value] = text.split('=');
      return [key.trim().toLowerCase(), value.join('=').trim()] as const;
    }),
  );
  const domain = attributes.get('domain')?.replace(/^\./, '').toLowerCase();
  const path = attributes.get('path');
  const sameSite = attributes.get('samesite')?.toLowerCase();
  const maxAge = attributes.get('max-age');
  const expires = Date.parse(attributes.get('expires') ?? '');
  return {
    name,
    valueLength: pair.slice(equals + 1).trim().length,
    ...(domain === undefined || domain === '' ? {} : { domain }),
    ...(path === undefined || path === '' ? {} : { path }),
    secure: attributes.has('secure'),
    ...(sameSite === undefined ? {} : { sameSite }),
    ...(maxAge !== undefined || Number.isNaN(expires) ? {} : { endsEpochMs: expires }),
    // Services take cookies away with a date of 1970.
    removes: maxAge === undefined ? expires < Date.UTC(1990, 0) : Number(maxAge) <= 0,
    at,
  };
}

/** Names of the cookies that a request carries. */
export function sentCookieNames({ request }: Entry): string[] {
  const fields = request.headers.filter(({ name }) => name.toLowerCase() === 'cookie');
  const names = fields.flatMap(({ value }) =>
    value.split(';').map((pair) => pair.split('=')[0]?.trim() ?? ''),
  );
  return [...names, ...request.cookies.map(({ name }) => name)].filter((name) => name !== '');
}

/** A name as facts show it: some services put ids into names of cookies. */
export function shownCookieName(name: string): string {
  const text = name.replace(/[^\x21-\x7e]+/g, '').replace(/[0-9a-f]{12,}|\d{6,}/gi, '{id}');
  return text === '' ? '?' : text.slice(0, 60);
}
