import type { Entry } from '@harrier/har';

/** What of a JSON web token may be shown: times, and for whom it was made by whom. Sanitizing keeps these claims. RFC 7519 §4.1. */
export interface TokenClaims {
  /** Seconds since 1970. */
  readonly exp?: number;
  readonly nbf?: number;
  readonly iat?: number;
  readonly iss?: string;
  readonly aud?: readonly string[];
  /** Scopes, one by one; `scope` or `scp`. */
  readonly scopes?: readonly string[];
}

/** Fields in which requests carry tokens. */
const tokenFields = ['authorization', 'x-auth-token', 'x-access-token', 'x-id-token'];

/** Claims of the token that a request carries, and the field's position; undefined: none, or one that cannot be read. */
export function tokenOf({
  request,
}: Entry): { readonly claims: TokenClaims; readonly at: number } | undefined {
  for (const [at, { name, value }] of request.headers.entries()) {
    if (!tokenFields.includes(name.toLowerCase())) continue;
    const claims = claimsOf(value.trim().replace(/^[A-Za-z]+\s+/, ''));
    if (claims !== undefined) return { claims, at };
  }
  return undefined;
}

/** Longer tokens carry whole directories; nobody reads those. */
const MAX_TOKEN_CHARS = 32 * 1024;

/** Claims of a compact JSON web signature. undefined: it is none. The signature is not looked at. RFC 7515 §7.1. */
export function claimsOf(token: string): TokenClaims | undefined {
  if (token.length > MAX_TOKEN_CHARS) return undefined;
  const part = /^[\w-]{4,}\.([\w-]{4,})\.[\w-]*$/.exec(token)?.[1];
  if (part === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? readClaims({ ...claims }) : undefined;
  } catch {
    return undefined;
  }
}

function readClaims(claims: Readonly<Record<string, unknown>>): TokenClaims {
  const time = (name: string) => {
    const value = claims[name];
    return typeof value === 'number' && Number.isFinite(value) ? { [name]: value } : {};
  };
  const audience = texts(claims.aud);
  const scopes = texts(claims.scope ?? claims.scp).flatMap((text) => text.split(/\s+/));
  return {
    ...time('exp'),
    ...time('nbf'),
    ...time('iat'),
    ...(typeof claims.iss === 'string' ? { iss: claims.iss } : {}),
    ...(audience.length === 0 ? {} : { aud: audience }),
    ...(scopes.length === 0 ? {} : { scopes }),
  };
}

function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string');
}
