import { keyAt, parseTrackingId, type TrackingLevel } from '@harrier/tracking';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isWithin, reachOf } from './tracking-reach.ts';

const UUIDS = ['7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74', 'a2b94e07-53cd-4f18-b6aa-90e1c7d3f245'];
const part = fc.constantFrom('0', '1', '12', '120', 'x', 'a1b2c3d4');
const id = fc
  .tuple(fc.constantFrom('ATLAS', 'cpapi'), fc.constantFrom(...UUIDS), fc.array(part, { maxLength: 3 }))
  .map(([prefix, uuid, path]) => parseTrackingId([prefix, uuid, ...path].join('_'))!);

it('reaches exactly the ids with the same key, where the wanted id has a counter', () => {
  const levels: TrackingLevel[] = ['call', 'request', 'session'];
  fc.assert(
    fc.property(id, id, fc.constantFrom(...levels), (wanted, other, level) => {
      fc.pre(wanted.counters.length > 0);
      const within = isWithin(reachOf({ kind: 'id', id: wanted, level }), other);
      expect(within).toBe(keyAt(level, wanted) === keyAt(level, other));
    }),
  );
});

it('reaches the whole session of an id without a counter', () => {
  const [hub, served] = [`UserHub_${UUIDS[0]}`, `CPAPI_${UUIDS[0]}_1`].map((text) => parseTrackingId(text)!);
  for (const level of ['call', 'request', 'session'] as const)
    expect(isWithin(reachOf({ kind: 'id', id: hub!, level }), served!)).toBe(true);
});
