/** `__Host-`: only over TLS (or loopback), only to this host, for all paths; no other host can set or read it. */
const NAME = '__Host-harrier';

/** Lax, so that a link in a case note opens signed in; unsafe requests are checked by their origin besides. */
export function sessionCookie(token: string): string {
  return `${NAME}=${token}; Path=/; Secure; HttpOnly; SameSite=Lax`;
}

export function clearedSessionCookie(): string {
  return `${NAME}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`;
}

/** The token in a Cookie field; undefined where there is none, or more than one: then somebody else put one there. */
export function sessionTokenOf(cookieField: string | undefined): string | undefined {
  const found = (cookieField ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${NAME}=`));
  const token = found.length === 1 ? found[0]?.slice(NAME.length + 1) : undefined;
  return token === undefined || !/^[\w-]{43}$/.test(token) ? undefined : token;
}
