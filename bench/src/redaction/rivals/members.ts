import type { AnyHar } from '../contest-capture.ts';

/** A JSON object of which nothing is known. */
export type Members = Readonly<Record<string, unknown>>;

/** A capture with every entry replaced; what is around them stays. */
export function mapEntries(har: AnyHar, change: (entry: Members) => Members): AnyHar {
  const { entries = [], ...around } = har.log ?? {};
  return { ...har, log: { ...around, entries: entries.map((entry) => change(entry as Members)) } };
}
