/**
 * The tail that says which organisation an opaque bearer token belongs to: `<opaque>_<4>_<org uuid>`.
 * The org id is what support works with, and alone it opens nothing, so only the opaque part goes.
 * Seen in: Webex access tokens (`…_P0A1_<org id>`).
 */
const ORG_TAIL = /_[A-Za-z0-9]{4}_[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/;

/** `_`, four characters, `_`, a UUID. */
const TAIL_LENGTH = 42;

/** Length of the opaque part of a token with an org tail; `undefined` when the token has none. */
export function opaqueLengthBeforeOrgTail(token: string): number | undefined {
  const opaque = token.length - TAIL_LENGTH;
  if (opaque < 16 || !ORG_TAIL.test(token)) return undefined;
  return opaque;
}
