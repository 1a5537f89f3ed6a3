import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readPrivateKeys } from '../vault/keys/private-keys.ts';
import { readVaultKeys, type VaultKey } from '../vault/keys/vault-key.ts';
import { openSealed } from '../vault/open-sealed.ts';
import { seal } from '../vault/seal.ts';
import { SessionKey } from '../vault/session-key.ts';
import { type TestKey, testKey } from '../vault/testing/keys.ts';
import { gather, pieces } from '../vault/testing/streams.ts';
import type { Actor, Exception, ExceptionScope } from './exception.ts';
import { defaultExceptionPolicy } from './exception-policy.ts';
import { Exceptions } from './exceptions.ts';
import { MemoryExceptions } from './memory-exceptions.ts';
import { releaseValues, releaseWholeFile } from './release/make-release.ts';
import { admin, approver, engineer, everything, keyHolder } from './testing/people.ts';

const minute = 60_000;
const hour = 60 * minute;
const start = Date.parse('2026-06-01T08:00:00Z');
const plain = Buffer.from('{"log":{"entries":[]}}'.repeat(5000));
const secret = ['Kd8fjw02', 'Lm4nop6Q'].join('');
const pseudonym = 'hx-tok-7k3m9qp2rt5w6';

let vaultPair: TestKey;
let requesterPair: TestKey;
let requester: VaultKey;
let sealed: { bytes: Buffer; capsule: Uint8Array; sha256: string };
let map: Buffer;
let nowMs: number;
let store: MemoryExceptions;
let exceptions: Exceptions;

const read = async (pair: TestKey) => (await readVaultKeys(pair.publicKey, new Date()))[0]!;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

beforeAll(async () => {
  [vaultPair, requesterPair] = await Promise.all([testKey(), testKey()]);
  requester = await read(requesterPair);
  const stream = await seal(pieces(plain), [await read(vaultPair)]);
  const bytes = await gather(stream.bytes);
  const receipt = stream.receipt();
  sealed = { bytes, capsule: receipt.capsule, sha256: receipt.sealed.sha256 };
  const rows = [
    { pseudonym, kind: 'token', value: secret },
    { pseudonym: 'hx-tok-000000000000a', kind: 'token', value: 'not to be seen' },
  ];
  const lines = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  map = await gather((await seal(pieces(lines, 7), [await read(vaultPair)])).bytes);
});

beforeEach(() => {
  nowMs = start;
  store = new MemoryExceptions();
  exceptions = new Exceptions({ store, now: () => nowMs });
});

const values: ExceptionScope = { kind: 'values', pseudonyms: [pseudonym] };

function ask(scope: ExceptionScope = values, actor: Actor = engineer, more: object = {}): Promise<Exception> {
  return exceptions.request(
    {
      tenantId: 'acme',
      caseRef: 'CASE-1',
      intakeId: 'intake-1',
      sealedSha256: sealed.sha256,
      scope,
      reason: { code: 'value-needed', text: 'The session id of request 12 must be searched in the logs.' },
      requesterKey: text(requesterPair.publicKey),
      ...more,
    },
    actor,
  );
}

const vaultKeys = async () => ({
  privateKeys: await readPrivateKeys(vaultPair.privateKey, async () => undefined),
});
const valuesMessage = async () =>
  (await releaseValues(pieces(map), [pseudonym], await vaultKeys(), requester)).message;

async function released(): Promise<Exception> {
  const { id } = await ask();
  await exceptions.approve('acme', id, approver);
  return await exceptions.release('acme', id, keyHolder, await valuesMessage());
}

async function opened(message: Uint8Array): Promise<string> {
  const privateKeys = await readPrivateKeys(requesterPair.privateKey, async () => undefined);
  return (await gather(openSealed(pieces(message), { privateKeys }))).toString('utf8');
}

const refusedWith = (code: string) => expect.objectContaining({ code: `exception/${code}` });

describe('from request to fetch', () => {
  it('gives the requester the value that was asked for, and no other', async () => {
    const { id } = await released();
    const token = await exceptions.claim('acme', id, engineer, 'session-1');
    const told = await opened(await exceptions.fetch('acme', id, token, 'session-1'));
    expect(told).toContain(secret);
    expect(told).not.toContain('not to be seen');
  });

  it('gives the whole file through its capsule after single values were not enough', async () => {
    const first = await released();
    const token = await exceptions.claim('acme', first.id, engineer, 'session-1');
    await exceptions.fetch('acme', first.id, token, 'session-1');

    const { id } = await ask({ kind: 'whole' });
    await exceptions.approve('acme', id, approver);
    const message = await releaseWholeFile(sealed.capsule, sealed.sha256, await vaultKeys(), requester);
    await exceptions.release('acme', id, keyHolder, message);
    const second = await exceptions.claim('acme', id, engineer, 'session-1');
    const [, hex = ''] =
      /^9:([0-9A-F]{64})\n$/.exec(await opened(await exceptions.fetch('acme', id, second, 'session-1'))) ??
      [];
    const sessionKey = SessionKey.of(new Uint8Array(Buffer.from(hex, 'hex')));
    expect((await gather(openSealed(pieces(sealed.bytes), { sessionKey }))).equals(plain)).toBe(true);
  });

  it('keeps nothing by which a value, a session key or a token could be had', async () => {
    const { id } = await released();
    const token = await exceptions.claim('acme', id, engineer, 'session-1');
    const kept = inspect(await store.get('acme', id), { depth: null });
    for (const hidden of [token, 'session-1', secret]) expect(kept).not.toContain(hidden);
    const { releaseSha256 = '' } = (await store.get('acme', id))!;
    const release = Buffer.from((await store.getRelease('acme', id, releaseSha256))!);
    expect(release.includes(secret)).toBe(false);
  });
});

describe('a request', () => {
  it('for the whole file is refused before single values were fetched, except for reasons that allow it', async () => {
    await expect(ask({ kind: 'whole' })).rejects.toEqual(refusedWith('narrower-first'));
    await released();
    await expect(ask({ kind: 'whole' })).rejects.toEqual(refusedWith('narrower-first'));
    const reason = { code: 'legal', text: 'The court asks for the file as it was recorded.' };
    expect((await ask({ kind: 'whole' }, engineer, { reason })).state).toBe('requested');
  });

  it('is refused without a reason, without a scope, and from who is no engineer', async () => {
    await expect(
      ask(values, engineer, { reason: { code: 'value-needed', text: ' because          ' } }),
    ).rejects.toEqual(refusedWith('reason-too-short'));
    await expect(ask({ kind: 'values', pseudonyms: [] })).rejects.toEqual(refusedWith('empty-scope'));
    await expect(ask({ kind: 'entries', entries: [] })).rejects.toEqual(refusedWith('empty-scope'));
    for (const actor of [approver, keyHolder, admin])
      await expect(ask(values, actor)).rejects.toEqual(refusedWith('not-allowed'));
  });

  it('waits for the customer where the policy asks for it', async () => {
    exceptions = new Exceptions({
      store,
      now: () => nowMs,
      policyOf: async () => ({ ...defaultExceptionPolicy, needsConsent: true }),
    });
    const { id } = await ask();
    await expect(exceptions.approve('acme', id, approver)).rejects.toEqual(refusedWith('consent-awaited'));
    await exceptions.consent('acme', id, 'given');
    expect((await exceptions.approve('acme', id, approver)).state).toBe('approved');
    const other = await ask();
    expect((await exceptions.consent('acme', other.id, 'declined')).state).toBe('declined');
    await expect(exceptions.approve('acme', other.id, approver)).rejects.toEqual(refusedWith('wrong-state'));
  });

  it('is unknown to another tenant', async () => {
    const { id } = await ask();
    await expect(exceptions.approve('other', id, approver)).rejects.toEqual(refusedWith('not-found'));
  });

  it('can be withdrawn by who made it, and by nobody else', async () => {
    const { id } = await ask();
    await expect(exceptions.withdraw('acme', id, approver)).rejects.toEqual(refusedWith('not-allowed'));
    expect((await exceptions.withdraw('acme', id, engineer)).state).toBe('withdrawn');
  });
});

describe('three people', () => {
  it('are needed, whatever roles they have', async () => {
    const role = fc.subarray(['engineer', 'approver', 'key-holder', 'admin'] as const);
    const someone = fc.record({
      accountId: fc.constantFrom('a', 'b', 'c', 'd'),
      identity: fc.constantFrom('p', 'q', 'r'),
      roles: role,
    });
    const message = await valuesMessage();
    let through = 0;
    await fc.assert(
      fc.asyncProperty(someone, someone, someone, async (one, two, three) => {
        try {
          const { id } = await ask(values, one);
          await exceptions.approve('acme', id, two);
          await exceptions.release('acme', id, three, message);
        } catch {
          return;
        }
        through++;
        expect(new Set([one.accountId, two.accountId, three.accountId]).size).toBe(3);
        expect(new Set([one.identity, two.identity, three.identity]).size).toBe(3);
        expect([one.roles, two.roles, three.roles].map((roles) => [...roles] as string[])).toEqual([
          expect.arrayContaining(['engineer']),
          expect.arrayContaining(['approver']),
          expect.arrayContaining(['key-holder']),
        ]);
      }),
      { numRuns: 2000 },
    );
    expect(through).toBeGreaterThan(0);
  });

  it('stay three when one of them has every role', async () => {
    const { id } = await ask(values, everything);
    await expect(exceptions.approve('acme', id, everything)).rejects.toEqual(refusedWith('same-person'));
    await exceptions.approve('acme', id, approver);
    await expect(exceptions.release('acme', id, everything, await valuesMessage())).rejects.toEqual(
      refusedWith('same-person'),
    );
  });

  it('do not become two by a second account of the same person', async () => {
    const { id } = await ask();
    const secondAccount = { ...approver, identity: engineer.identity };
    await expect(exceptions.approve('acme', id, secondAccount)).rejects.toEqual(refusedWith('same-person'));
  });

  it('do not include an administrator as such', async () => {
    const { id } = await ask();
    await expect(exceptions.approve('acme', id, admin)).rejects.toEqual(refusedWith('not-allowed'));
  });
});

describe('a release', () => {
  it('is refused when anybody but the requester could open it', async () => {
    const { id } = await ask();
    await exceptions.approve('acme', id, approver);
    const vault = await read(vaultPair);
    const stream = await seal(pieces(plain), [requester, vault]);
    const toBoth = await gather(stream.bytes);
    const toHolder = (await releaseValues(pieces(map), [pseudonym], await vaultKeys(), vault)).message;
    for (const message of [toBoth, toHolder, Buffer.from(secret), Buffer.alloc(0)])
      await expect(exceptions.release('acme', id, keyHolder, message)).rejects.toEqual(
        refusedWith('wrong-recipient'),
      );
    const { releaseSha256, state } = (await store.get('acme', id))!;
    expect([releaseSha256, state]).toEqual([undefined, 'approved']);
    for (const message of [toBoth, toHolder])
      expect(await store.getRelease('acme', id, sha256(message))).toBeUndefined();
  });

  it('needs an approval first, and happens once', async () => {
    const { id } = await ask();
    const message = await valuesMessage();
    await expect(exceptions.release('acme', id, keyHolder, message)).rejects.toEqual(
      refusedWith('wrong-state'),
    );
    await exceptions.approve('acme', id, approver);
    await exceptions.release('acme', id, keyHolder, message);
    await expect(exceptions.release('acme', id, keyHolder, message)).rejects.toEqual(
      refusedWith('wrong-state'),
    );
  });

  it('cannot be made from the capsule of another file, or from a map that is none', async () => {
    const other = createHash('sha256').update('other').digest('hex');
    await expect(releaseWholeFile(sealed.capsule, other, await vaultKeys(), requester)).rejects.toMatchObject(
      {
        code: 'vault/not-sealed',
      },
    );
    await expect(releaseWholeFile(map, sealed.sha256, await vaultKeys(), requester)).rejects.toMatchObject({
      code: 'vault/not-sealed',
    });
  });

  it('is not handed out when it is not the one that was checked', async () => {
    const { id } = await released();
    const token = await exceptions.claim('acme', id, engineer, 'session-1');
    store.getRelease = async () => Buffer.from('something else');
    await expect(exceptions.fetch('acme', id, token, 'session-1')).rejects.toEqual(refusedWith('not-found'));
  });
});

describe('a grant', () => {
  it('works once', async () => {
    const { id } = await released();
    const token = await exceptions.claim('acme', id, engineer, 'session-1');
    await exceptions.fetch('acme', id, token, 'session-1');
    await expect(exceptions.fetch('acme', id, token, 'session-1')).rejects.toEqual(refusedWith('used'));
    await expect(exceptions.claim('acme', id, engineer, 'session-1')).rejects.toEqual(refusedWith('used'));
  });

  it('works once when two ask at the same moment', async () => {
    const { id } = await released();
    const token = await exceptions.claim('acme', id, engineer, 'session-1');
    const both = await Promise.allSettled([1, 2].map(() => exceptions.fetch('acme', id, token, 'session-1')));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('works in no other session and with no other token', async () => {
    const { id } = await released();
    const token = await exceptions.claim('acme', id, engineer, 'session-1');
    await expect(exceptions.fetch('acme', id, token, 'session-2')).rejects.toEqual(
      refusedWith('other-session'),
    );
    await expect(exceptions.fetch('acme', id, `${token}x`, 'session-1')).rejects.toEqual(
      refusedWith('wrong-token'),
    );
    const later = await exceptions.claim('acme', id, engineer, 'session-2');
    await expect(exceptions.fetch('acme', id, token, 'session-1')).rejects.toEqual(
      refusedWith('wrong-token'),
    );
    expect(await exceptions.fetch('acme', id, later, 'session-2')).toBeInstanceOf(Uint8Array);
  });

  it('is given to the requester alone', async () => {
    const { id } = await released();
    for (const actor of [approver, keyHolder, admin, everything])
      await expect(exceptions.claim('acme', id, actor, 'session-1')).rejects.toEqual(
        refusedWith('not-allowed'),
      );
  });

  it.each([
    [15 * minute - 1, 'fetched'],
    [15 * minute, 'too-late'],
  ])('after %i ms: %s', async (passedMs, outcome) => {
    const { id } = await released();
    const token = await exceptions.claim('acme', id, engineer, 'session-1');
    nowMs += passedMs;
    const answer = await exceptions.fetch('acme', id, token, 'session-1').then(
      () => 'fetched',
      (error) => error.code.replace('exception/', ''),
    );
    expect(answer).toBe(outcome);
  });
});

describe('time', () => {
  it('ends what nobody went on with, and wakes nothing up again', async () => {
    const waiting = await ask();
    const approvedOne = await ask();
    await exceptions.approve('acme', approvedOne.id, approver);
    const releasedOne = await released();
    nowMs += 4 * hour;
    expect((await exceptions.lapse()).map(({ id }) => id)).toEqual([releasedOne.id]);
    await expect(exceptions.claim('acme', releasedOne.id, engineer, 's')).rejects.toEqual(
      refusedWith('too-late'),
    );
    nowMs += 72 * hour;
    expect((await exceptions.lapse()).map(({ id }) => id).sort()).toEqual(
      [waiting.id, approvedOne.id].sort(),
    );
    await expect(exceptions.approve('acme', waiting.id, approver)).rejects.toEqual(refusedWith('too-late'));
    expect(await exceptions.lapse()).toEqual([]);
  });

  it('is looked at even where no worker has ended it yet', async () => {
    const { id } = await ask();
    nowMs += 72 * hour;
    await expect(exceptions.approve('acme', id, approver)).rejects.toEqual(refusedWith('too-late'));
  });
});
