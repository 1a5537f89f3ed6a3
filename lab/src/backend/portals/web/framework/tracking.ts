import { pageConfig } from './page-config.ts';

let state = pageConfig.seed | 0 || 1;

function word(): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return state >>> 0;
}

/** A UUID from the page's seed, so that a recorded run has the same ids each time. */
export function newUuid(): string {
  const digits = [word(), word(), word(), word()].map((one) => one.toString(16).padStart(8, '0')).join('');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;
}

let requests = 0;

/** `PREFIX_<session>_<n>`: the n-th request of this page, from 0. */
export function countedId(prefix: string): string {
  return `${prefix}_${pageConfig.session}_${requests++}`;
}
