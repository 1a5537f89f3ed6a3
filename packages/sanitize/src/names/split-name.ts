/**
 * The words of a name, lower case: `X-Session-Token`, `sessionToken`, `session_token`, `user[session.token]` all
 * end in `session token`. A leading `x` is dropped (RFC 6648: it only ever meant "not registered"), accents are
 * folded, and a namespace prefix (`wsse:Password`) is a word like others. Letters of every script count (`пароль`).
 */
export function splitName(name: string): string[] {
  const words = name
    .slice(0, MAX_NAME)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    // sessionToken, then SAMLResponse and APIKey: capitals that begin the next word.
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return words.length > 1 && words[0] === 'x' ? words.slice(1) : words;
}

/** Longer names are data (a URL as a key); their head would be lost anyway. */
const MAX_NAME = 200;
