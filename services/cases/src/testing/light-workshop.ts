import { type ByteSource, memorySource, type Spool } from '@harrier/har';
import type { CaseConnector } from '../connectors/case-connector.ts';
import { memoryObjects } from '../objects/memory-objects.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import type { Workshop } from '../workflow/context.ts';
import type { IntakeStore } from '../workflow/intake-store.ts';
import { memoryIntakes } from './memory-intakes.ts';

const text = new TextEncoder();

/** What the light workshop takes for a capture. */
export const lightOriginal = text.encode('{"log":{"secret":"tiger"}}');
/** What it makes of it. */
export const lightClean = text.encode('{"log":{"secret":"-"}}');

/** A sealed file that says of which bytes it is; its first bytes differ each time, as real ones do. */
export function lightSealed(original: Uint8Array, count: number): Uint8Array {
  return text.encode(`sealed ${count}: ${Buffer.from(original).toString('base64')}`);
}

/** The bytes that were sealed. */
export function lightUnsealed(sealed: Uint8Array): Uint8Array | undefined {
  const found = /^sealed \d+: (.*)$/.exec(Buffer.from(sealed).toString())?.[1];
  return found === undefined ? undefined : new Uint8Array(Buffer.from(found, 'base64'));
}

/**
 * A workshop whose sanitizing and sealing cost nothing, for going through many schedules. Nothing in it sleeps: its clock
 * moves by one millisecond whenever it is read, and by hand.
 */
export function lightWorkshop(
  connector: CaseConnector,
  store: IntakeStore = memoryIntakes(),
  objects: ObjectStore = memoryObjects(),
): Workshop & { passTime(ms: number): void; nowMs(): number } {
  let nowMs = 1_700_000_000_000;
  let seals = 0;
  return {
    store,
    objects,
    connector: (id) => (id === connector.id ? connector : undefined),
    examine: async (source) =>
      (await wholeOf(source)).includes('secret')
        ? { format: 'har', entries: 1, otherCaptures: 0 }
        : { skipped: 'not-a-capture' },
    clean: async () => ({
      output: memorySource(lightClean),
      redactions: 1,
      secrets: 1,
      droppedBodies: 0,
      repaired: false,
      findings: [],
    }),
    seal: async (source, _expected, into) => {
      const bytes = lightSealed(await source.read(0, source.sizeBytes), ++seals);
      const stored = await into.put(
        (async function* () {
          yield bytes;
        })(),
      );
      return { ...stored, keyIds: ['0123456789ABCDEF'], capsule: '' };
    },
    spool: lightSpool,
    clock: () => nowMs++,
    passTime: (ms) => {
      nowMs += ms;
    },
    nowMs: () => nowMs,
  };
}

async function wholeOf(source: ByteSource): Promise<string> {
  return Buffer.from(await source.read(0, source.sizeBytes)).toString();
}

/** The usual one makes room for a capture, which takes longer than everything else here. */
function lightSpool(): Spool {
  let bytes = new Uint8Array();
  return {
    write: async (piece) => {
      bytes = new Uint8Array([...bytes, ...piece]);
    },
    finish: async () => memorySource(bytes),
    discard: async () => {},
  };
}
