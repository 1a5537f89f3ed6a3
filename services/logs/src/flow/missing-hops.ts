import type { ExpectedOperation } from '@harrier/analyze';
import { pathKey } from './draft-hops.ts';
import type { FlowHop, MissingHop } from './flow.ts';
import type { PlacedLine } from './writers.ts';

/**
 * Expected services without a line. A call that no line speaks of is only missed when nothing failed before it: a service that
 * refused a request had no reason to pass it on.
 */
export function findMissing(
  expected: ExpectedOperation | undefined,
  hops: readonly FlowHop[],
  lines: readonly PlacedLine[],
  request: readonly string[],
): MissingHop[] {
  const spokenOf = new Set(
    lines.flatMap(({ id, others }) => [id, ...others].map(({ path }) => pathKey(path))),
  );
  const hasFailed = hops.some(({ kind, failure }) => kind !== 'browser' && failure !== undefined);
  return (expected?.hops ?? []).flatMap((hop): MissingHop[] => {
    const path = [...request, ...hop.call.map(String)];
    const key = pathKey(path);
    const isThere = hops.some((one) => one.known?.name === hop.service && pathKey(one.path) === key);
    const isMissed = spokenOf.has(key) || (!hasFailed && hop.optional !== true) || hop.call.length === 0;
    if (isThere || !isMissed) return [];
    const { title, prefixes } = hop.known;
    return [{ name: hop.service, title, prefix: prefixes?.[0] ?? '', path }];
  });
}
