/** How many of the requests that a browser has timed went to anybody but the own server; `blob:` and `data:` go nowhere. */
export function strangersAmong(entries: readonly { readonly name: string }[]): number {
  const own = globalThis.location.origin;
  return entries.filter(({ name }) => /^(?:https?|wss?):/.test(name) && new URL(name).origin !== own).length;
}
