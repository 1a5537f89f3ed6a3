import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../store/open-store.ts';
import { collect } from '../testing/collect.ts';
import type { AuditEvent } from './audit-event.ts';
import { appendAudit, auditEntries, auditHead, exportAudit, writeCheckpoint } from './audit-log.ts';
import { canonicalJson } from './canonical-json.ts';
import { type AuditEntry, checkChain, EMPTY_HEAD, nextEntry } from './chain.ts';
import { merkleRoot } from './merkle.ts';

const event = (number: number): AuditEvent => ({
  action: 'case/created',
  actor: 'account:1',
  tenantId: 'tenant',
  subject: `case:${number}`,
  atMs: 1000 + number,
  facts: { number, words: ['a "quoted" one', '録画'], nothing: null },
});

function chainOf(length: number): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let number = 1; number <= length; number++)
    entries.push(nextEntry(entries.at(-1) ?? EMPTY_HEAD, event(number)));
  return entries;
}

describe('the audit chain', () => {
  it('follows from the empty head to the last entry', () => {
    const entries = chainOf(20);
    const head = { seq: 20, hash: entries.at(-1)?.hash ?? '' };
    expect(checkChain(entries, head)).toEqual({ head });
  });

  it('shows every change, removal, insertion, swap, cut and replay, and where: 10000 random ones', () => {
    const entries = chainOf(25);
    const witness = { seq: 25, hash: entries.at(-1)?.hash ?? '' };
    const at = fc.nat(24);
    const mutation = fc.oneof(
      fc.record({
        kind: fc.constant('flip' as const),
        at,
        char: fc.nat(10_000),
        part: fc.constantFrom('line', 'hash'),
      }),
      fc.record({ kind: fc.constant('delete' as const), at }),
      fc.record({ kind: fc.constant('repeat' as const), at, to: at }),
      fc.record({ kind: fc.constant('swap' as const), at, to: at }),
      fc.record({ kind: fc.constant('cut' as const), at }),
      fc.record({ kind: fc.constant('rewrite' as const), at }),
    );
    fc.assert(
      fc.property(mutation, (change) => {
        const changed: { line: string; hash: string }[] = entries.map(({ line, hash }) => ({ line, hash }));
        let firstWrong = change.at + 1;
        if (change.kind === 'flip') {
          const entry = changed[change.at] as { line: string; hash: string };
          const text = entry[change.part as 'line' | 'hash'];
          const place = change.char % text.length;
          const other = String.fromCharCode(text.charCodeAt(place) ^ 1);
          changed[change.at] = {
            ...entry,
            [change.part]: text.slice(0, place) + other + text.slice(place + 1),
          };
        } else if (change.kind === 'delete') changed.splice(change.at, 1);
        else if (change.kind === 'repeat') {
          changed.splice(change.to, 0, changed[change.at] as { line: string; hash: string });
          // One put behind itself stands in a place that follows, and the next place shows it.
          firstWrong = change.to === change.at ? change.to + 2 : change.to + 1;
        } else if (change.kind === 'swap') {
          fc.pre(change.to !== change.at);
          [changed[change.at], changed[change.to]] = [
            changed[change.to] as AuditEntry,
            changed[change.at] as AuditEntry,
          ];
          firstWrong = Math.min(change.at, change.to) + 1;
        } else if (change.kind === 'cut') changed.length = change.at;
        else {
          // Everything from here on written anew, with right hashes: only the witness tells.
          const kept = entries.slice(0, change.at);
          for (let number = change.at; number < 25; number++)
            kept.push(nextEntry(kept.at(-1) ?? EMPTY_HEAD, event(number + 100)));
          changed.splice(0, changed.length, ...kept);
          firstWrong = 25;
        }
        expect(checkChain(changed, witness).fault?.seq).toBe(firstWrong);
      }),
      { numRuns: 10_000 },
    );
  });

  it('has the Merkle roots of RFC 6962', () => {
    // The empty tree and the tree of one empty leaf, as Certificate Transparency publishes them.
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(merkleRoot([''])).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  });

  it('writes equal events down equally, whatever the order of their members', () => {
    expect(canonicalJson({ b: 1, a: { d: [true, null], c: 'x' } })).toBe(
      '{"a":{"c":"x","d":[true,null]},"b":1}',
    );
    expect(() => canonicalJson({ a: 0.5 })).toThrow(RangeError);
  });
});

describe('the audit log of a store', () => {
  let store: Store;
  let folder: string;
  beforeEach(async () => {
    store = await openStore('sqlite::memory:');
    folder = mkdtempSync(path.join(tmpdir(), 'harrier-audit-'));
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const append = async (number: number) =>
    await store.transaction(async (tx) => await appendAudit(tx, event(number)));
  const verify = (program: string, script: string, text: string, ...witnesses: string[]) => {
    const file = path.join(folder, 'audit.txt');
    writeFileSync(file, text);
    const place = fileURLToPath(new URL(`../../${script}`, import.meta.url));
    const { status, stdout, stderr } = spawnSync(program, [place, file, ...witnesses], { encoding: 'utf8' });
    return { status, said: `${stdout}${stderr}`.trim() };
  };

  it('numbers what is written at once without a gap, and rolls back with its transaction', async () => {
    await Promise.all([1, 2, 3, 4, 5].map(append));
    const failing = store.transaction(async (tx) => {
      await appendAudit(tx, event(6));
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    const entries = await collect(auditEntries(store.db));
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(checkChain(entries)).toEqual({ head: await auditHead(store.db) });
  });

  it('is found good by scripts without our code, and every change is found by them', async () => {
    for (let number = 1; number <= 5; number++) await append(number);
    expect(await writeCheckpoint(store.db, 9)).toMatchObject({ seq: 5 });
    await append(6);
    const text = (await collect(exportAudit(store.db))).join('');
    const { hash } = await auditHead(store.db);
    const script = 'verify-audit.mjs';
    expect(verify(process.execPath, script, text, `6/${hash.slice(0, 16)}`)).toEqual({
      status: 0,
      said: `good: 6 entries, 1 checkpoints, head 6/${hash}`,
    });
    expect(verify('sh', 'verify-audit.sh', text)).toEqual({
      status: 0,
      said: `good: 6 entries, head 6/${hash}`,
    });

    const changed = text.replace('case:3', 'case:4');
    expect(verify(process.execPath, script, changed)).toMatchObject({
      status: 1,
      said: expect.stringContaining('entry 3'),
    });
    expect(verify('sh', 'verify-audit.sh', changed)).toMatchObject({
      status: 1,
      said: expect.stringContaining('entry 3'),
    });
    const cut = text.split('\n').slice(0, -2).join('\n');
    expect(verify(process.execPath, script, cut)).toMatchObject({ status: 0 });
    expect(verify(process.execPath, script, cut, `6/${hash.slice(0, 16)}`).said).toContain(
      'cut off: entry 6',
    );
    const otherRoot = text.replace(/(checkpoint 5 )[0-9a-f]{4}/, '$10000');
    expect(verify(process.execPath, script, otherRoot).said).toContain('the checkpoint does not fit entry 5');
  });
});
