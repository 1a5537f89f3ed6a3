import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect } from '../testing/collect.ts';
import { sha256 } from '../testing/memory-case-system.ts';
import type { ObjectStore } from './object-store.ts';

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

/** What holds for every place where objects lie. */
export function objectStoreContract(
  name: string,
  open: () => Promise<{ store: ObjectStore; close(): Promise<void> }>,
): void {
  describe(`objects in ${name}`, () => {
    let store: ObjectStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ store, close } = await open());
    });
    afterEach(async () => await close());

    const text = async (digest: string, from?: number): Promise<string> =>
      Buffer.concat(await collect(await store.open(digest, from))).toString();

    it('gives back what was put, whole and from a byte on', async () => {
      const stored = await store.put(pieces('one ', 'two ', 'three'));
      expect(stored).toEqual({ sha256: sha256(Buffer.from('one two three')), sizeBytes: 13 });
      expect(await text(stored.sha256)).toBe('one two three');
      expect(await text(stored.sha256, 4)).toBe('two three');
      expect(await store.sizeOf(stored.sha256)).toBe(13);
    });

    it('keeps equal bytes once, whoever puts them at the same time', async () => {
      const [one, other] = await Promise.all([store.put(pieces('same')), store.put(pieces('sa', 'me'))]);
      expect(one).toEqual(other);
      expect(await collect(store.list())).toMatchObject([one]);
    });

    it('keeps nothing where the bytes break off', async () => {
      const broken = (async function* () {
        yield Buffer.from('half');
        throw new Error('the line broke');
      })();
      await expect(store.put(broken)).rejects.toThrow('the line broke');
      expect(await collect(store.list())).toEqual([]);
    });

    it('takes no bytes at all for an object too, and one of many pieces', async () => {
      expect(await text((await store.put(pieces())).sha256)).toBe('');
      const many = Array.from({ length: 300 }, (_, at) => `${at}`.repeat(1000));
      expect(await text((await store.put(pieces(...many))).sha256)).toBe(many.join(''));
    });

    it('removes an object, and does not mind when it is gone', async () => {
      const { sha256: digest } = await store.put(pieces('away'));
      await store.remove(digest);
      await store.remove(digest);
      expect(await store.sizeOf(digest)).toBeUndefined();
      await expect(store.open(digest)).rejects.toMatchObject({ code: 'objects/missing' });
    });

    it.each(['../../etc/passwd', '', 'ABCDEF', `${'a'.repeat(63)}/`])(
      'has no object of the name %j',
      async (odd) => {
        await expect(store.open(odd)).rejects.toMatchObject({ code: 'objects/missing' });
      },
    );
  });
}
