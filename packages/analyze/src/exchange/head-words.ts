import { buildFields } from '../version/build-fields.ts';
import { type Sieve, type SieveWord, wordSieve } from './word-sieve.ts';

/**
 * What a word in an entry's head may be a sign of. The head is the entry's JSON without the texts of its bodies; whoever looks for
 * something in it asks for the sign first, which costs nothing, and parses the entry only where it is there.
 */
export const HeadSign = {
  /** The exporter's word of what broke, other than none. */
  error: 1 << 0,
  saml: 1 << 1,
  grpc: 1 << 2,
  origin: 1 << 3,
  /** A message that closes a WebSocket. */
  closeFrame: 1 << 4,
  grant: 1 << 5,
  cookie: 1 << 6,
  setCookie: 1 << 7,
  /** The browser's word of cookies that it did not keep or send. */
  blockedCookies: 1 << 8,
  crossSite: 1 << 9,
  csrf: 1 << 10,
  /** `Authorization`, `Proxy-Authorization`. */
  authorization: 1 << 11,
  /** Keys of services in fields of their own. */
  key: 1 << 12,
  /** The maker of a security gateway or web filter. */
  gateway: 1 << 13,
  htmlAnswer: 1 << 14,
  consoleErrors: 1 << 15,
  issues: 1 << 16,
  deprecation: 1 << 17,
  build: 1 << 18,
  base64: 1 << 19,
  /** A letter of ASCII is written as an escape, so that any word may hide. */
  hidden: 1 << 20,
} as const;

/** Of a head that nobody looked through. */
export const allHeadSigns = -1;

const encoder = new TextEncoder();
const decoder = new TextDecoder('latin1');

/** How far behind a name its value begins, and how far around a media type its field's name stands. */
const NEAR_BYTES = 120;

/** The signs in a head or a piece of it, in one pass; all words stand in any case. */
export const headSignsIn: Sieve = wordSieve([
  ...words(HeadSign.error, ['"_error"', '"_failuretext"'], isBeforeSomething),
  ...words(HeadSign.saml, ['samlresponse']),
  ...words(HeadSign.grpc, ['"grpc-status"']),
  ...words(HeadSign.origin, ['"origin"']),
  ...words(HeadSign.closeFrame, ['"opcode"'], isBeforeEight),
  ...words(HeadSign.grant, ['grant_type']),
  ...words(HeadSign.cookie, ['cookie']),
  ...words(HeadSign.setCookie, ['set-cookie', '_blockedresponsecookies']),
  ...words(HeadSign.blockedCookies, ['"_blockedre']),
  ...words(HeadSign.crossSite, ['cross-site']),
  ...words(HeadSign.csrf, ['csrf', 'xsrf', 'requestverificationtoken']),
  ...words(HeadSign.authorization, ['authorization']),
  ...words(HeadSign.key, ['x-auth-token', 'x-api-key']),
  // See `block/interception`, which names them.
  ...words(HeadSign.gateway, [
    ...['zscaler', 'netskope', 'forcepoint', 'websense', 'bluecoat', 'blue coat', 'proxysg'],
    ...['fortigate', 'fortiguard', 'fortinet', 'palo alto networks', 'pan-os', 'mcafee web gateway'],
    ...['skyhigh secure web', 'cisco umbrella', 'ironport', 'opendns', 'sophos', 'barracuda web'],
    ...['trendmicro', 'trend micro', 'check point', 'checkpoint usercheck'],
  ]),
  ...words(HeadSign.htmlAnswer, ['html'], isNearContentType),
  ...words(HeadSign.consoleErrors, ['"_consoleerrors"']),
  ...words(HeadSign.issues, ['"_issues"']),
  ...words(HeadSign.deprecation, ['"deprecation"', '"sunset"', '"warning"']),
  ...words(
    HeadSign.build,
    buildFields.map((name) => `"${name}"`),
  ),
  ...words(HeadSign.base64, ['"base64"']),
  ...words(HeadSign.hidden, ['\\u00']),
]);

function words(bits: number, written: readonly string[], counts?: SieveWord['counts']): SieveWord[] {
  return written.map((word) => ({
    bytes: encoder.encode(word),
    isAnyCase: true,
    bits,
    ...(counts === undefined ? {} : { counts }),
  }));
}

/** `"_error": "net::ERR_FAILED"`; Chrome writes `null` where there was none. */
function isBeforeSomething(bytes: Uint8Array, at: number): boolean {
  return /^"\w+"\s*(?:$|:\s*(?!null\b|""|\s))/i.test(textAt(bytes, at, at + NEAR_BYTES));
}

/** `"opcode": 8`. The opcode of a close frame: RFC 6455 §5.5.1. */
function isBeforeEight(bytes: Uint8Array, at: number): boolean {
  return /^"\w+"\s*(?:$|:\s*(?:$|"?8\b))/.test(textAt(bytes, at, at + NEAR_BYTES));
}

/** `{"name": "Content-Type", "value": "text/html"}`; some exporters write the value of a field in front of its name. */
function isNearContentType(bytes: Uint8Array, at: number): boolean {
  return (
    /content-type"[^{}]{0,100}$/i.test(textAt(bytes, at - NEAR_BYTES, at)) ||
    /^html[^{}]{0,100}"content-type"/i.test(textAt(bytes, at, at + NEAR_BYTES))
  );
}

function textAt(bytes: Uint8Array, from: number, to: number): string {
  return decoder.decode(bytes.subarray(Math.max(0, from), to));
}
