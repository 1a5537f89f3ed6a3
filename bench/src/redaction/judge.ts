import type { AnyHar, Contest, Plant, Probe, ReadCapture, ReadEntry } from './contest-capture.ts';
import { readDeeply } from './oracle.ts';

/** What is left of a capture after somebody cleaned it. */
export interface Verdict {
  /** Credentials that can still be read out of their place. */
  readonly missed: readonly Plant[];
  /** Facts that are gone. */
  readonly lost: readonly Probe[];
}

/**
 * Looks for every credential and every fact; a needle counts as removed when its own entry does not give it away. An entry
 * that somebody failed on did not come out at all: nothing in it is removed, and nothing in it is kept.
 */
export function judge({ plants, probes }: Contest, har: AnyHar, failed: readonly number[] = []): Verdict {
  const entries = (har.log?.entries ?? []).map((entry, at) => (failed.includes(at) ? undefined : entry));
  const capture = readCapture({ ...har, log: { ...har.log, entries } });
  return {
    missed: plants.filter(
      ({ needle, entry }) =>
        (entry !== undefined && failed.includes(entry)) ||
        capture.texts(entry).some((text) => text.includes(needle)),
    ),
    lost: probes.filter(({ holds }) => !holds(capture)),
  };
}

function readCapture(har: AnyHar): ReadCapture {
  const { entries = [], ...around } = har.log ?? {};
  const known = new Map<number | undefined, readonly string[]>();
  return {
    har,
    entry: (index) => readEntry(entries[index]),
    texts: (index) => {
      const before = known.get(index);
      if (before !== undefined) return before;
      const texts = readDeeply(index === undefined ? around : entries[index]);
      known.set(index, texts);
      return texts;
    },
  };
}

function readEntry(entry: unknown): ReadEntry {
  const at = (...path: readonly (string | number)[]) =>
    path.reduce<unknown>(
      (value, step) => (typeof value === 'object' && value !== null ? (value as never)[step] : undefined),
      entry,
    );
  return {
    at,
    field: (side, name) => {
      const fields = at(side, 'headers');
      if (!Array.isArray(fields)) return undefined;
      const found = fields.find((item) => String(item?.name).toLowerCase() === name.toLowerCase());
      return found === undefined ? undefined : String(found.value);
    },
    texts: (...path) => readDeeply(at(...path)),
  };
}
