/** `__Host-`: only over TLS (or loopback), only to this host, for all paths; no other host can set or read it. */
const NAME = '__Host-harrier';
/** Of a browser that is on its way to an identity provider and back. */
const SIGN_IN_NAME = '__Host-harrier-sign-in';
const SIGN_IN_SECONDS = 600;

/** Lax, so that a link in a case note opens signed in; unsafe requests are checked by their origin besides. */
export function sessionCookie(token: string): string {
  return `${NAME}=${token}; Path=/; Secure; HttpOnly; SameSite=Lax`;
}

export function clearedSessionCookie(): string {
  return `${NAME}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`;
}

/** The token in a Cookie field; undefined where there is none, or more than one: then somebody else put one there. */
export function sessionTokenOf(cookieField: string | undefined): string | undefined {
  return tokenOf(cookieField, NAME);
}

/** Lax: the identity provider's redirect back is a navigation, and brings it. */
export function signInCookie(token: string): string {
  return `${SIGN_IN_NAME}=${token}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${SIGN_IN_SECONDS}`;
}

export function clearedSignInCookie(): string {
  return `${SIGN_IN_NAME}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`;
}

export function signInTokenOf(cookieField: string | undefined): string | undefined {
  return tokenOf(cookieField, SIGN_IN_NAME);
}

function tokenOf(cookieField: string | undefined, name: string): string | undefined {
  const found = (cookieField ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`));
  const token = found.length === 1 ? found[0]?.slice(name.length + 1) : undefined;
  return token === undefined || !/^[\w-]{43}$/.test(token) ? undefined : token;
}
