const KEY = 'harrier.desk';

/**
 * The key to the own server's files and logs, out of the address that `harrier open` printed. It is kept for this tab, so that
 * a reload finds the logs again; the server forgets it when it ends.
 */
export function keepDeskKey(key: string): void {
  sessionStorage.setItem(KEY, key);
}

/** undefined on a server where people sign in: there the session's cookie says who asks. */
export function deskKey(): string | undefined {
  return sessionStorage.getItem(KEY) ?? undefined;
}
