import type { FindingName } from '../../scenario/finding-names.ts';
import type { RequestMatcher, Truth } from '../../scenario/truth.ts';

/** A path, or a whole matcher. */
export type On = RequestMatcher['url'] | RequestMatcher;

export function matcher(on: On): RequestMatcher {
  return typeof on === 'string' || on instanceof RegExp ? { url: on } : on;
}

/** One thing is wrong, and these requests show it. */
export function fault(
  finding: FindingName,
  on: On | readonly On[],
  more: Omit<Partial<Truth>, 'healthy'> = {},
): Truth {
  const all = Array.isArray(on) ? (on as readonly On[]) : [on as On];
  return {
    ...more,
    expects: [{ finding, on: all.map(matcher), root: true }, ...(more.expects ?? [])],
  };
}

/** Nothing is wrong; `allows` is what may be said all the same. */
export function healthy(allows: readonly FindingName[] = [], more: Partial<Truth> = {}): Truth {
  return { healthy: true, expects: [], ...(allows.length === 0 ? {} : { allows }), ...more };
}
