/**
 * Whether a name (header field, parameter, JSON key) says that its value is a credential. Decides what
 * `show` masks on a terminal, where one masked value too many costs a second look with `--unmasked`;
 * it is no sanitizer.
 */

/** Words that make a name a credential's, wherever they stand in it. */
const credentialWords = new Set([
  'token',
  'tokens',
  'jwt',
  'password',
  'passwd',
  'pwd',
  'passcode',
  'passphrase',
  'pin',
  'otp',
  'secret',
  'credential',
  'credentials',
  'authorization',
  'signature',
  'sig',
  'apikey',
  'sessionid',
  'jsessionid',
  'phpsessid',
  'sid',
  'csrf',
  'xsrf',
  'assertion',
  'samlresponse',
  'samlrequest',
  'cookie',
  'cookie2',
]);

/** Pairs of neighbouring words that do. */
const credentialPairs = new Set([
  'api key',
  'access key',
  'private key',
  'secret key',
  'account key',
  'subscription key',
  'functions key',
  'session id',
  'session key',
  'auth key',
  'set cookie',
  'code verifier',
  'device code',
  'auth code',
]);

/** Words behind a credential's word that turn the name into one about it: `tokenType`, `password_policy`. */
const aboutIt = new Set([
  'type',
  'types',
  'policy',
  'policies',
  'expires',
  'expiry',
  'expired',
  'expiration',
  'expire',
  'in',
  'at',
  'length',
  'count',
  'name',
  'names',
  'enabled',
  'required',
  'status',
  'algorithm',
  'alg',
  'method',
  'methods',
  'version',
  'url',
  'uri',
  'endpoint',
  'endpoints',
  'supported',
  'rules',
  'max',
  'min',
  'age',
  'source',
  'format',
  'consent',
  'domain',
  'path',
  'changed',
  'set',
  'valid',
  'usage',
  'limit',
  'limits',
]);

export function isCredentialName(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1);
  if (last === undefined || aboutIt.has(last)) return false;
  return words.some(
    (word, at) => credentialWords.has(word) || (at > 0 && credentialPairs.has(`${words[at - 1]} ${word}`)),
  );
}

/** `x-amz-security-token`, `accessToken`, `user[password]`, `APIKey` → lower-case words. */
function wordsOf(name: string): string[] {
  return name
    .slice(0, 200)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean);
}
