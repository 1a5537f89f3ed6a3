import type { Cookie, EntryRequest, EntryResponse, Field } from '@harrier/har';

/** The cookies that a request carried: those of its list, then those that only its `Cookie` field names. */
export function sentCookies({ cookies, headers }: EntryRequest): readonly Cookie[] {
  const pairs = valuesOf(headers, 'cookie').flatMap((value) => value.split(';'));
  return [...cookies, ...missingIn(cookies, pairs.flatMap(readCookie))];
}

/**
 * The cookies that an answer set: those of its list, then those that only a `Set-Cookie` field tells of. Exporters leave out what
 * the browser did not keep, and some leave the list empty.
 */
export function setCookies({ cookies, headers }: EntryResponse): readonly Cookie[] {
  const lines = valuesOf(headers, 'set-cookie').flatMap((value) => value.split('\n'));
  return [...cookies, ...missingIn(cookies, lines.flatMap(readCookie))];
}

function valuesOf(fields: readonly Field[], wanted: string): string[] {
  return fields.filter(({ name }) => name.toLowerCase() === wanted).map(({ value }) => value);
}

/** A name may be set twice, for two paths: each one of the list stands for one of a field. */
function missingIn(listed: readonly Cookie[], told: readonly Cookie[]): Cookie[] {
  const left = listed.map(({ name }) => name);
  return told.filter(({ name }) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** `name=value; Path=/; Secure`, as far as the tab shows it. Spec: RFC 6265 §5.2. */
function readCookie(line: string): Cookie | [] {
  const [pair = '', ...attributes] = line.split(';');
  const equals = pair.indexOf('=');
  const name = pair.slice(0, Math.max(0, equals)).trim();
  if (name === '') return [];
  const found = new Map(
    attributes.map((attribute) => {
      const [key = '', ...value] = attribute.split('=');
      return [key.trim().toLowerCase(), value.join('=').trim()] as const;
    }),
  );
  const text = (key: 'path' | 'domain' | 'expires' | 'samesite') => found.get(key) || undefined;
  const [path, domain, expires, sameSite] = [text('path'), text('domain'), text('expires'), text('samesite')];
  return {
    name,
    value: pair.slice(equals + 1).trim(),
    ...(path === undefined ? {} : { path }),
    ...(domain === undefined ? {} : { domain }),
    ...(expires === undefined ? {} : { expires }),
    ...(sameSite === undefined ? {} : { sameSite }),
    secure: found.has('secure'),
    httpOnly: found.has('httponly'),
    custom: {},
  };
}
