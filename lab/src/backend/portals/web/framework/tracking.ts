/** This browser session: one load of the page. */
const session = crypto.randomUUID();

let requests = 0;

/** `PREFIX_<session>_<n>`: the n-th request of this page, from 0. */
export function countedId(prefix: string): string {
  return `${prefix}_${session}_${requests++}`;
}
