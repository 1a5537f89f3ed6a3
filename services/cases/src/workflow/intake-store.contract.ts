import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RemoteAttachment } from '../connectors/case-connector.ts';
import { type IntakeStore, LeaseLost } from './intake-store.ts';

const connector = { id: 'memory', tenantId: 'tenant' };
const attachment: RemoteAttachment = { caseRef: '7', id: '1', name: 'a.har', sizeBytes: 3, createdMs: 5 };
const leaseMs = 1000;

/** What holds for every store of intakes. */
export function intakeStoreContract(
  name: string,
  open: () => Promise<{ store: IntakeStore; close(): Promise<void> }>,
): void {
  describe(`intakes in ${name}`, () => {
    let store: IntakeStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ store, close } = await open());
    });
    afterEach(async () => await close());

    const claimed = async (nowMs: number) => {
      const claim = await store.claim(nowMs, leaseMs);
      if (claim === undefined) throw new Error('nothing to claim');
      return claim;
    };

    it('makes one intake of an attachment however often it is told of', async () => {
      expect(await store.announce(connector, attachment, 10)).toMatchObject({ isNew: true });
      expect(await store.announce(connector, attachment, 11)).toMatchObject({ isNew: false });
      await claimed(12);
      expect(await store.claim(12, leaseMs)).toBeUndefined();
    });

    it('makes one intake of an attachment that many tell of at once', async () => {
      const told = await Promise.all(
        [1, 2, 3, 4].map(async () => await store.announce(connector, attachment, 10)),
      );
      expect(told.filter(({ isNew }) => isNew)).toHaveLength(1);
    });

    it('takes another file under the same id for another one', async () => {
      await store.announce(connector, attachment, 10);
      expect((await store.announce(connector, { ...attachment, sizeBytes: 4 }, 11)).isNew).toBe(true);
      expect((await store.announce(connector, { ...attachment, createdMs: 6 }, 11)).isNew).toBe(true);
    });

    it('gives each intake to one of many who ask at once', async () => {
      for (let id = 0; id < 5; id++) await store.announce(connector, { ...attachment, id: `${id}` }, 10);
      const claims = await Promise.all([...'12345678'].map(async () => await store.claim(20, leaseMs)));
      const ids = claims.flatMap((claim) => (claim === undefined ? [] : [claim.intake.id]));
      expect(ids).toHaveLength(5);
      expect(new Set(ids).size).toBe(5);
    });

    it('gives what an organisation waits for before more of one that is being worked for', async () => {
      for (let id = 0; id < 4; id++) await store.announce(connector, { ...attachment, id: `${id}` }, 10);
      const other = { id: 'other', tenantId: 'other' };
      for (let id = 0; id < 2; id++) await store.announce(other, { ...attachment, id: `${id}` }, 15);
      const tenants: string[] = [];
      for (let turn = 0; turn < 6; turn++) tenants.push((await claimed(20)).intake.tenantId);
      // The fourth hand finds both at work: then it goes by time.
      expect(tenants).toEqual(['tenant', 'other', 'tenant', 'tenant', 'tenant', 'other']);
    });

    it('gives an intake to somebody else when its lease is over, and then takes nothing from the first', async () => {
      await store.announce(connector, attachment, 10);
      const first = await claimed(20);
      expect(await store.claim(20 + leaseMs - 1, leaseMs)).toBeUndefined();
      const second = await claimed(20 + leaseMs);
      expect(second.attempts).toBe(2);
      const change = { kind: 'advance', step: 'sanitize', facts: {} } as const;
      await expect(store.commit(first.lease, change, 30)).rejects.toThrow(LeaseLost);
      await expect(store.renew(first.lease, 30, leaseMs)).rejects.toThrow(LeaseLost);
      await store.commit(second.lease, change, 30);
    });

    it('keeps an intake for whoever renews its lease', async () => {
      await store.announce(connector, attachment, 10);
      const { lease } = await claimed(20);
      await store.renew(lease, 900, leaseMs);
      expect(await store.claim(1500, leaseMs)).toBeUndefined();
      expect(await store.claim(1900, leaseMs)).toBeDefined();
    });

    it('keeps the facts of a step and counts the attempts of the next one anew', async () => {
      await store.announce(connector, attachment, 10);
      await claimed(20);
      const { lease } = await claimed(20 + leaseMs);
      const facts = {
        original: { sha256: 'ab', sizeBytes: 3, format: 'har', entries: 1, otherCaptures: 0 },
      } as const;
      await store.commit(lease, { kind: 'advance', step: 'sanitize', facts, ownFiles: ['cd'] }, 30);
      const next = await claimed(5000);
      expect(next.intake).toMatchObject({ step: 'sanitize', state: 'running', facts, attachment });
      expect(next.attempts).toBe(2);
      expect(await store.isOwnFile('cd')).toBe(true);
      expect(await store.isOwnFile('ab')).toBe(false);
    });

    it('waits as long as it is told before the next attempt', async () => {
      const { id } = await store.announce(connector, attachment, 10);
      const { lease } = await claimed(20);
      const trouble = { code: 'case-system/busy', step: 'detect', atMs: 30, attempts: 1 } as const;
      await store.commit(lease, { kind: 'again', trouble, runAtMs: 500 }, 30);
      expect(await store.claim(499, leaseMs)).toBeUndefined();
      expect((await store.get(id))?.trouble).toEqual(trouble);
      expect((await claimed(500)).attempts).toBe(2);
    });

    it('leaves ended and stuck intakes alone, and starts a stuck one again when asked to', async () => {
      const { id } = await store.announce(connector, attachment, 10);
      const { lease } = await claimed(20);
      const trouble = { code: 'case-system/forbidden', step: 'detect', atMs: 30, attempts: 1 } as const;
      await store.commit(lease, { kind: 'stuck', trouble }, 30);
      expect(await store.claim(1e12, leaseMs)).toBeUndefined();
      expect(await store.restart(id, 'account:1', 40)).toBe(true);
      expect(await store.restart(id, 'account:1', 41)).toBe(false);
      const again = await claimed(50);
      expect(again).toMatchObject({ attempts: 1, intake: { state: 'running' } });
      expect(again.intake.trouble).toBeUndefined();
      await store.commit(again.lease, { kind: 'end', state: 'done', facts: {} }, 60);
      expect(await store.claim(1e12, leaseMs)).toBeUndefined();
      expect(await store.restart(id, 'account:1', 70)).toBe(false);
    });

    it('audits every change once, and nothing where the change failed', async () => {
      await store.announce(connector, attachment, 10);
      await store.announce(connector, attachment, 11);
      const { lease } = await claimed(20);
      await store.commit(lease, { kind: 'advance', step: 'sanitize', facts: {} }, 30);
      const wrong = { ...lease, token: 'another' };
      await expect(store.commit(wrong, { kind: 'end', state: 'done', facts: {} }, 40)).rejects.toThrow(
        LeaseLost,
      );
      expect((await store.auditHead()).seq).toBe(2);
    });
  });
}
