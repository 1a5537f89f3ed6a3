import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { sqlIntakes } from '../store/sql-intakes.ts';
import { collect } from '../testing/collect.ts';
import { startS3Service } from '../testing/s3-service.ts';
import { pieces } from '../vault/testing/streams.ts';
import { folderObjects } from './folder-objects.ts';
import { memoryObjects } from './memory-objects.ts';
import { objectStoreContract } from './objects.contract.ts';
import { openObjects } from './open-objects.ts';
import { s3Settings } from './s3-objects.ts';
import { DRAFT_AGE_MS, SWEEP_AGE_MS, sweepObjects } from './sweep-objects.ts';

objectStoreContract('memory', async () => ({ store: memoryObjects(), close: async () => {} }));

objectStoreContract('a folder', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'harrier-objects-'));
  return { store: await folderObjects(root), close: async () => rmSync(root, { recursive: true }) };
});

describe('an S3-compatible service', () => {
  const before = { ...process.env };
  beforeAll(() => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'trial', AWS_SECRET_ACCESS_KEY: 'trial' });
  });
  afterAll(() => {
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'])
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
  });

  objectStoreContract('it', async () => {
    const { endpoint, close } = await startS3Service();
    return { store: await openObjects(`s3://bucket/harrier/?endpoint=${endpoint}`), close };
  });

  it('is named by an address without credentials', () => {
    expect(s3Settings('s3://bucket/a/b/?region=eu-west-1')).toEqual({
      bucket: 'bucket',
      prefix: 'a/b/',
      region: 'eu-west-1',
    });
    expect(() => s3Settings('s3://key:secret@bucket/')).toThrow('s3://<bucket>/<prefix>');
  });
});

describe('a folder of objects', () => {
  it('is readable by its owner alone, and loses what a process left half-written', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'harrier-objects-'));
    const store = await folderObjects(root);
    let goOn = (): void => {};
    const waiting = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const halfWritten = store.put(
      (async function* () {
        yield Buffer.from('half');
        await waiting;
      })(),
    );
    halfWritten.catch(() => {});
    await expect.poll(() => readdirSync(path.join(root, 'incoming'))).toHaveLength(1);
    const [draft = ''] = readdirSync(path.join(root, 'incoming'));
    expect(statSync(path.join(root, 'incoming', draft)).mode & 0o077).toBe(0);
    const empty = await openStore('sqlite::memory:');
    const { mtimeMs } = statSync(path.join(root, 'incoming', draft));
    expect(await sweepObjects(empty, store, mtimeMs + DRAFT_AGE_MS)).toBe(0);
    expect(await sweepObjects(empty, store, Number.MAX_SAFE_INTEGER)).toBe(1);
    expect(readdirSync(path.join(root, 'incoming'))).toEqual([]);
    await empty.close();
    goOn();
    await expect(halfWritten).rejects.toMatchObject({ code: 'objects/unreachable' });
    rmSync(root, { recursive: true });
  });
});

describe('sweeping', () => {
  it('takes what nothing refers to once it is a day old, and nothing else', async () => {
    const store = await openStore('sqlite::memory:');
    const objects = memoryObjects();
    const put = async (text: string) =>
      await objects.put(
        (async function* () {
          yield Buffer.from(text);
        })(),
      );
    const own = await put('sealed');
    await store.db.insertInto('ownFiles').values({ sha256: own.sha256, intakeId: 'x' }).execute();
    await put('left by a crash');
    expect(await sweepObjects(store, objects, SWEEP_AGE_MS - 1)).toBe(0);
    expect(await sweepObjects(store, objects, SWEEP_AGE_MS)).toBe(1);
    expect((await collect(objects.list())).map(({ sha256 }) => sha256)).toEqual([own.sha256]);
    await store.close();
  });

  it('never loses bytes that a step writes down while it takes them', async () => {
    const store = await openStore('sqlite::memory:');
    const kept = memoryObjects();
    const intakes = sqlIntakes(store, kept);
    const attachment = { caseRef: '7', id: '1', name: 'a.har', sizeBytes: 1, createdMs: 1 };
    await intakes.announce({ id: 'built-in:tenant', tenantId: 'tenant' }, attachment, 1);
    const claimed = await intakes.claim(2, 1000);
    const { sha256 } = await kept.put(pieces(Buffer.from('put again')));
    const step = { kind: 'advance', step: 'sanitize', facts: {}, ownFiles: [sha256] } as const;
    let written: Promise<unknown> | undefined;
    const objects = {
      ...kept,
      // The step comes when the question was answered and the bytes are still there.
      remove: async (digest: string) => {
        written = intakes.commit(claimed!.lease, step, 3).catch((error: unknown) => error);
        await new Promise(setImmediate);
        await kept.remove(digest);
      },
    };
    expect(await sweepObjects(store, objects, SWEEP_AGE_MS)).toBe(1);
    expect(await written).toMatchObject({ code: 'objects/missing' });
    expect(await intakes.isOwnFile(sha256)).toBe(false);
    await store.close();
  });
});
