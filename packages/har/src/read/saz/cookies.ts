import type { Field } from '../../entry/model.ts';

/** The cookies of the Cookie fields. RFC 6265 §4.2. */
export function requestCookies(fields: readonly Field[]): Field[] {
  return fields
    .filter((field) => field.name.toLowerCase() === 'cookie')
    .flatMap((field) => field.value.split(';'))
    .map(nameAndValue)
    .filter((cookie) => cookie.name !== '');
}

/** A cookie of HAR 1.2; `expires` only where it is a date. */
export interface CookieJson extends Field {
  readonly path?: string;
  readonly domain?: string;
  readonly expires?: string;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite?: string;
}

/** The cookies of the Set-Cookie fields, one each. RFC 6265 §4.1. */
export function responseCookies(fields: readonly Field[]): CookieJson[] {
  return fields
    .filter((field) => field.name.toLowerCase() === 'set-cookie')
    .map((field) => {
      const [pair = '', ...rest] = field.value.split(';');
      const attributes = new Map(
        rest.map(nameAndValue).map(({ name, value }) => [name.toLowerCase(), value] as const),
      );
      const expiresMs = Date.parse(attributes.get('expires') ?? '');
      return {
        ...nameAndValue(pair),
        ...known('path', attributes.get('path')),
        ...known('domain', attributes.get('domain')),
        ...known('sameSite', attributes.get('samesite')),
        ...(Number.isNaN(expiresMs) ? {} : { expires: new Date(expiresMs).toISOString() }),
        httpOnly: attributes.has('httponly'),
        secure: attributes.has('secure'),
      };
    });
}

function known(name: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [name]: value };
}

function nameAndValue(pair: string): Field {
  const equals = pair.indexOf('=');
  return equals < 0
    ? { name: pair.trim(), value: '' }
    : { name: pair.slice(0, equals).trim(), value: pair.slice(equals + 1).trim() };
}
