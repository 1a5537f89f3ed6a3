import type { Caller } from './callers.ts';
import type { HopDraft } from './draft-hops.ts';
import type { ClockOffset } from './flow.ts';

/**
 * How far each writer's clock is from the first one's. A call lies between its sending and its answer, so each call bounds the
 * offset from both sides; all calls of a writer together, as NTP does it. Where nothing contradicts equal clocks, they
 * count as equal: half of a long wait is no offset. RFC 5905 §8 for the two differences.
 */
export function estimateOffsets(
  hops: readonly HopDraft[],
  callers: ReadonlyMap<HopDraft, Caller>,
): Map<string, ClockOffset> {
  const offsets = new Map<string, ClockOffset>();
  for (const hop of hops) if (!callers.has(hop)) offsets.set(hop.writer, equal(hop.writer));
  // Callers come before those whom they call, so each round settles at least one writer.
  for (let open = true; open; ) {
    open = false;
    for (const { writer } of hops) {
      if (offsets.has(writer)) continue;
      const bounds = hops
        .filter((hop) => hop.writer === writer)
        .flatMap((hop) => boundOf(hop, callers.get(hop), offsets) ?? []);
      if (bounds.length === 0 && !hasSettledCaller(writer, hops, callers, offsets)) continue;
      offsets.set(writer, offsetFrom(writer, bounds));
      open = true;
    }
  }
  for (const { writer } of hops) if (!offsets.has(writer)) offsets.set(writer, equal(writer));
  return offsets;
}

/** The offset lies in [leastNs, mostNs]; without an answer nothing bounds it from below. */
interface Bound {
  readonly leastNs: bigint | undefined;
  readonly mostNs: bigint;
}

function boundOf(
  hop: HopDraft,
  caller: Caller | undefined,
  offsets: ReadonlyMap<string, ClockOffset>,
): Bound | undefined {
  const theirs = caller === undefined ? undefined : offsets.get(caller.hop.writer)?.offsetNs;
  if (caller === undefined || theirs === undefined) return undefined;
  const sentNs = caller.call?.sentNs ?? caller.hop.startNs;
  const isAnswered = hop.failure?.kind !== 'unanswered';
  const answeredNs = caller.call === undefined ? caller.hop.endNs : caller.call.answeredNs;
  if (sentNs === undefined || hop.startNs === undefined || hop.endNs === undefined) return undefined;
  return {
    mostNs: hop.startNs - (sentNs - theirs),
    // The caller's next line is no answer then: it gave up, whenever that was.
    leastNs: answeredNs === undefined || !isAnswered ? undefined : hop.endNs - (answeredNs - theirs),
  };
}

function hasSettledCaller(
  writer: string,
  hops: readonly HopDraft[],
  callers: ReadonlyMap<HopDraft, Caller>,
  offsets: ReadonlyMap<string, ClockOffset>,
): boolean {
  return hops.some((hop) => hop.writer === writer && offsets.has(callers.get(hop)?.hop.writer ?? ''));
}

function offsetFrom(writer: string, bounds: readonly Bound[]): ClockOffset {
  const most = bounds.reduce<bigint | undefined>(
    (a, { mostNs }) => (a === undefined || mostNs < a ? mostNs : a),
    undefined,
  );
  if (most === undefined) return equal(writer);
  const least = bounds.reduce<bigint | undefined>(
    (a, { leastNs }) => (leastNs === undefined || (a !== undefined && leastNs <= a) ? a : leastNs),
    undefined,
  );
  // Lines of a service that went on after its caller had given up, or rounded to milliseconds: their beginning still counts.
  if (least === undefined || least > most)
    return { writer, offsetNs: most < 0n ? most : 0n, errorNs: undefined };
  if (least <= 0n && most >= 0n) return { writer, offsetNs: 0n, errorNs: undefined };
  return { writer, offsetNs: (least + most) / 2n, errorNs: (most - least) / 2n };
}

function equal(writer: string): ClockOffset {
  return { writer, offsetNs: 0n, errorNs: undefined };
}
