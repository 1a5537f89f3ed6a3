import type { ObjectStore } from '../objects/object-store.ts';
import { type ByteDigest, seal, VaultError } from '../vault/index.ts';
import type { SealSettings } from './seal-original.ts';

/** What each pseudonym of a clean file stood for. */
export type ValueMap = Map<string, { readonly kind: string; readonly value: string }>;

/**
 * Seals the map into the object store: JSON, one object a line, as `harrier sanitize --sealed-map` writes it. Single values
 * can then be released without anybody opening the original. Gives nothing where no key may be used: the step that seals
 * the original says so, and the clean copy does not wait for it.
 */
export async function sealMap(
  map: ValueMap,
  objects: ObjectStore,
  { keys, leastRecipients = 2 }: SealSettings,
): Promise<ByteDigest | undefined> {
  try {
    const sealing = await seal(linesOf(map), keys, { leastRecipients });
    try {
      return await objects.put(sealing.bytes);
    } finally {
      sealing.sessionKey.forget();
    }
  } catch (error) {
    if (error instanceof VaultError) return undefined;
    throw error;
  }
}

async function* linesOf(map: ValueMap): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const [pseudonym, { kind, value }] of map)
    yield encoder.encode(`${JSON.stringify({ pseudonym, kind, value })}\n`);
}
