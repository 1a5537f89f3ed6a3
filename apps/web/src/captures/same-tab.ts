import type { CaptureTab } from './open-captures.ts';

/** For `memo`: a part of the screen that looks at some of a tab only is drawn again only when those changed. */
export function sameFor(
  ...looksAt: readonly (keyof CaptureTab)[]
): (before: { readonly tab: CaptureTab }, after: { readonly tab: CaptureTab }) => boolean {
  return ({ tab: before }, { tab: after }) => looksAt.every((name) => before[name] === after[name]);
}
