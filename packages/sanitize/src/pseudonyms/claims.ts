/**
 * What of a JWT stays readable, and how the rest is replaced. A claim stays when it tells why a server said 401
 * or 403 and names neither a person nor a secret. Everything else becomes a pseudonym of its own, at any depth,
 * with its JSON type kept; keys, booleans and null stay.
 *
 * | claim | why it stays |
 * |---|---|
 * | `exp` `nbf` `iat` `auth_time` | expiry and clock skew are the commonest causes of a 401 |
 * | `iss` `aud` | a token of the wrong issuer or for the wrong service |
 * | `scope` `scp` | a missing permission |
 * | `azp` `client_id` `appid` | which application asked; public by RFC 6749 §2.2 |
 * | `acr` `amr` | how the user signed in (password, second factor) |
 * | `typ` `token_use` `token_type` `ver` | an id token sent where an access token belongs |
 *
 * `sub`, `sid`, `jti`, names, mail addresses, roles and every private claim go.
 * Spec: RFC 7519 §4.1, RFC 9068 §2.2, OpenID Connect Core §2.
 */
export const keptClaims: ReadonlySet<string> = new Set(
  'exp nbf iat auth_time iss aud scope scp azp client_id appid acr amr typ token_use token_type ver'.split(
    ' ',
  ),
);

/** Header members that stay: they name algorithms and public keys. Spec: RFC 7515 §4.1, RFC 7516 §4.1. */
export const keptHeaderMembers: ReadonlySet<string> = new Set(
  'alg enc zip typ cty kid x5t x5t#S256 jku x5u crit b64 p2c'.split(' '),
);

/** What becomes of a text and of a number that may not stay. */
export interface ClaimReplacement {
  readonly text: (value: string) => string;
  readonly number: (value: number) => number;
}

/** A copy of a decoded header or claims set with all but the kept members replaced. */
export function replaceClaims(
  members: Readonly<Record<string, unknown>>,
  kept: ReadonlySet<string>,
  replacement: ClaimReplacement,
): Record<string, unknown> {
  // Object.fromEntries defines members, so a claim called __proto__ stays a claim.
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => [
      name,
      kept.has(name) && isPlain(value) ? value : replaceDeep(value, replacement, 0),
    ]),
  );
}

/** Deeper claims than this are written as one pseudonym of their JSON text; real ones are two or three deep. */
const MAX_DEPTH = 16;

function replaceDeep(value: unknown, replacement: ClaimReplacement, depth: number): unknown {
  if (typeof value === 'string') return value === '' ? value : replacement.text(value);
  if (typeof value === 'number') return replacement.number(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === MAX_DEPTH) return replacement.text('too deep');
  if (Array.isArray(value)) return value.map((item) => replaceDeep(item, replacement, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, replaceDeep(item, replacement, depth + 1)]),
  );
}

/** A long `scope` is a list of some dozen words; longer would be a hiding place. */
const MAX_KEPT_LENGTH = 2_000;

/**
 * A kept member stays only while it looks like what its specification says: a number, printable words without
 * an `@` (a mail address, or the userinfo of a URL), a list of such.
 */
function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string' && isPlain(item));
  if (typeof value === 'string')
    return value.length <= MAX_KEPT_LENGTH && /^[\x20-\x3f\x41-\x7e]*$/.test(value);
  return typeof value !== 'object' || value === null;
}
