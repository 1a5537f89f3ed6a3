import { isCredentialName } from './credential-name.ts';

/** Makes what stands in a credential's place from its length in characters. */
export type MaskLabel = (characters: number) => string;

/** Hides credentials in what a command shows; `undefined` in a place of it means `--unmasked`. */
export interface Mask {
  /** A header field's value: schemes, cookie names and attributes stay. */
  field(name: string, value: string): string;
  /** A parameter's or JSON member's value. */
  value(name: string, value: string): string;
  /** A URL or a path with a query: user information and telling parameters. */
  url(url: string): string;
  /** Text of unknown kind: only what has the unmistakable shape of a token. */
  text(text: string): string;
}

export const showEverything: Mask = {
  field: (_name, value) => value,
  value: (_name, value) => value,
  url: (url) => url,
  text: (text) => text,
};

/** Fields whose value begins with an authentication scheme. RFC 9110 §11.6.2, §11.7.2. */
const schemeFields = new Set(['authorization', 'proxy-authorization']);
/** Fields whose value is a URL, or the part of one. */
const urlFields = new Set([':path', 'location', 'content-location', 'referer', 'refresh', 'link']);

/**
 * Three base64url parts of which the first begins with `{"`: a signed token (RFC 7519). That two more parts follow is found out once for
 * each word, where it begins: a word that holds a thousand such beginnings would be gone through a thousand times.
 */
const jwt = /(?<![\w-])(?=[\w-]{9,}\.[\w-]{2,}\.)([\w-]*?)\beyJ[\w-]{6,}\.[\w-]{2,}\.[\w-]*/g;
const bearer = /\b(Bearer\s+)([\w.~+/=-]{16,})/gi;

export function maskCredentials(label: MaskLabel): Mask {
  const mask: Mask = {
    field(name, value) {
      const folded = name.toLowerCase();
      if (schemeFields.has(folded)) return maskAfterScheme(value, label);
      if (folded === 'cookie')
        return value
          .split(';')
          .map((pair) => maskPair(pair, label))
          .join(';');
      if (folded === 'set-cookie') return maskSetCookie(value, label);
      if (urlFields.has(folded)) return mask.url(value);
      return mask.value(name, value);
    },
    value: (name, value) =>
      value !== '' && isCredentialName(name) && !isTelling(value) ? label(value.length) : mask.text(value),
    url(url) {
      const withoutUser = url.replace(
        /^([a-z][a-z\d+.-]*:\/\/[^/?#@:]*:)([^/?#@]*)@/i,
        (_all, head: string, password: string) => `${head}${label(password.length)}@`,
      );
      return mask.text(
        withoutUser.replace(
          /([?&#;])([^=&#;?]+)=([^&#;]+)/g,
          (whole, mark: string, name: string, value: string) =>
            isCredentialParameter(name, value) ? `${mark}${name}=${label(value.length)}` : whole,
        ),
      );
    },
    text: (text) =>
      text
        .replace(jwt, (whole, before: string) => before + label(whole.length - before.length))
        .replace(bearer, (_all, scheme: string, token: string) => scheme + label(token.length)),
  };
  return mask;
}

/** Words that a credential's name may carry without being one: `csrf: true`, `token: null`. */
function isTelling(value: string): boolean {
  return /^(?:true|false|null|undefined|none|\d{1,5})$/i.test(value);
}

/** OAuth's `code` and a bare `key` name harmless things too; their length tells which. */
function isCredentialParameter(name: string, value: string): boolean {
  const folded = name.toLowerCase();
  if ((folded === 'code' || folded === 'key') && value.length >= 16) return true;
  return isCredentialName(decoded(name)) && !isTelling(value);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function maskAfterScheme(value: string, label: MaskLabel): string {
  const [, scheme = '', credentials = value] = /^([A-Za-z][\w-]*\s+)(.*)$/s.exec(value) ?? [];
  return credentials === '' ? value : scheme + label(credentials.length);
}

function maskPair(pair: string, label: MaskLabel): string {
  const equals = pair.indexOf('=');
  if (equals < 0)
    return pair.trim() === '' ? pair : pair.replace(/\S(?:.*\S)?/s, (value) => label(value.length));
  const value = pair.slice(equals + 1).trim();
  return value === '' ? pair : `${pair.slice(0, equals + 1)}${label(value.length)}`;
}

/** One cookie a field, but exporters join several by line feeds. The first pair is the cookie, the rest are attributes. */
function maskSetCookie(value: string, label: MaskLabel): string {
  return value
    .split('\n')
    .map((cookie) => {
      const end = cookie.indexOf(';');
      const pair = end < 0 ? cookie : cookie.slice(0, end);
      return maskPair(pair, label) + (end < 0 ? '' : cookie.slice(end));
    })
    .join('\n');
}
