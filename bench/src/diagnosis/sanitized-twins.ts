import type { Judged, Share, Told } from './score.ts';

/** What DevTools' sanitized export, which lacks cookies and credentials, tells beside the full one of the same run. */
export interface Twins {
  readonly captures: number;
  /** Findings in a sanitized capture that somebody sent no credentials. */
  readonly credentialMissing: number;
  /** Of the findings in full captures and of those in sanitized ones: what the other one tells, too. Rules that lack evidence there are left out. */
  readonly unchanged: Share;
}

/** A capture without credentials must not look like a request without them. */
const missing: ReadonlySet<string> = new Set(['auth/missing-credentials']);

export function sanitizedTwins(judged: readonly Judged[]): Twins {
  const full = new Map(
    judged.filter(({ dialect }) => dialect === 'chrome').map((one) => [one.scenario, one] as const),
  );
  let captures = 0;
  let credentialMissing = 0;
  let count = 0;
  let of = 0;
  for (const twin of judged.filter(({ dialect }) => dialect === 'chrome-sanitized')) {
    const whole = full.get(twin.scenario);
    if (whole === undefined) continue;
    captures++;
    credentialMissing += twin.told.filter(({ ruleId }) => missing.has(ruleId)).length;
    const isComparable = ({ ruleId }: Told) =>
      !twin.notObservable.includes(ruleId) && !whole.notObservable.includes(ruleId);
    const [ours, theirs] = [whole, twin].map(({ told }) => new Set(told.filter(isComparable).map(keyOf)));
    const all = new Set([...(ours ?? []), ...(theirs ?? [])]);
    of += all.size;
    count += [...all].filter((key) => ours?.has(key) === true && theirs?.has(key) === true).length;
  }
  return { captures, credentialMissing, unchanged: { count, of } };
}

const keyOf = ({ ruleId, entries }: Told) => `${ruleId} ${[...entries].sort((a, b) => a - b).join(',')}`;
