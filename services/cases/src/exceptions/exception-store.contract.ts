import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Exception } from './exception.ts';
import type { ExceptionStore } from './exception-store.ts';

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const signature = { accountId: 'eve', identity: 'eve', atMs: 1_000 };

function exception(more: Partial<Exception> = {}): Exception {
  return {
    id: 'one',
    version: 1,
    tenantId: 'acme',
    caseRef: 'CASE-1',
    intakeId: 'intake-1',
    sealedSha256: 'a'.repeat(64),
    scope: { kind: 'values', pseudonyms: ['hx-tok-7k3m9qp2rt5w6'] },
    reason: { code: 'value-needed', text: 'The session id must be searched in the logs.' },
    state: 'requested',
    requested: signature,
    requesterKey: 'key',
    dueMs: 5_000,
    consent: 'not-needed',
    ...more,
  };
}

/** What every store of exceptions must do. `open` gives an empty one. */
export function exceptionStoreContract(name: string, open: () => Promise<ExceptionStore>): void {
  describe(`exceptions in ${name}`, () => {
    it('gives back what was written, to its tenant alone', async () => {
      const store = await open();
      const grant = {
        tokenSha256: 'b'.repeat(64),
        sessionSha256: 'c'.repeat(64),
        claimedMs: 8,
        expiresMs: 9,
      };
      const full = exception({ state: 'released', approved: signature, released: signature, grant });
      await store.create(full);
      expect(await store.get('acme', 'one')).toEqual(full);
      expect(await store.get('other', 'one')).toBeUndefined();
    });

    it('takes an id once', async () => {
      const store = await open();
      await store.create(exception());
      await expect(store.create(exception())).rejects.toMatchObject({ code: 'exception/conflict' });
    });

    it('takes only the version after the one that it has', async () => {
      const store = await open();
      await store.create(exception());
      const two = exception({ version: 2, state: 'approved' });
      const answers = await Promise.allSettled([
        store.replace(two),
        store.replace({ ...two, state: 'refused' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await expect(store.replace(exception({ version: 4 }))).rejects.toMatchObject({
        code: 'exception/conflict',
      });
      await expect(store.replace(exception({ id: 'none', version: 2 }))).rejects.toMatchObject({
        code: 'exception/conflict',
      });
    });

    it('lists by file, by state and by what is due, the oldest first', async () => {
      const store = await open();
      const at = (atMs: number) => ({ requested: { ...signature, atMs } });
      await store.create(exception({ id: 'late', ...at(3_000), dueMs: 9_000 }));
      await store.create(exception({ id: 'early', ...at(1_000) }));
      await store.create(exception({ id: 'done', ...at(2_000), state: 'fetched' }));
      await store.create(exception({ id: 'foreign', ...at(500), tenantId: 'other' }));
      const ids = (found: readonly Exception[]) => found.map(({ id }) => id);
      expect(ids(await store.forFile('acme', 'a'.repeat(64)))).toEqual(['early', 'done', 'late']);
      expect(ids(await store.inState('acme', 'requested'))).toEqual(['early', 'late']);
      expect(ids(await store.forCase('acme', 'CASE-1'))).toEqual(['early', 'done', 'late']);
      expect(await store.forCase('acme', 'CASE-2')).toEqual([]);
      expect(ids(await store.due(5_000))).toEqual(['foreign', 'early']);
    });

    it('keeps a release for its tenant alone', async () => {
      const store = await open();
      await store.create(exception());
      const [mine, theirs] = [Uint8Array.of(1, 2, 3), Uint8Array.of(4)];
      await store.putRelease('acme', 'one', mine);
      await store.putRelease('acme', 'one', theirs);
      expect([...((await store.getRelease('acme', 'one', digestOf(mine))) ?? [])]).toEqual([1, 2, 3]);
      expect([...((await store.getRelease('acme', 'one', digestOf(theirs))) ?? [])]).toEqual([4]);
      expect(await store.getRelease('other', 'one', digestOf(mine))).toBeUndefined();
      await expect(store.putRelease('other', 'one', Uint8Array.of(9))).rejects.toMatchObject({
        code: 'exception/not-found',
      });
    });
  });
}
