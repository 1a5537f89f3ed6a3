import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { afterEach, expect, it } from 'vitest';
import { describeLogStore } from '../../testing/log-store.contract.ts';
import { at, sampleRecord } from '../../testing/sample-records.ts';
import { readWhole } from '../log-answer.ts';
import { openLibsqlStore } from './libsql-store.ts';
import { prepareDatabase } from './schema.ts';
import { BatchWriter } from './write-batch.ts';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-logs-'));
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describeLogStore('libsql', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-logs-'));
  return {
    open: async () => openLibsqlStore(path.join(folder, 'logs.db')),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
});

it('lets two processes work on one file', async () => {
  const file = path.join(newFolder(), 'deep/er/logs.db');
  const one = openLibsqlStore(file);
  const other = openLibsqlStore(file);
  await one.ingest({ id: 'a', records: [sampleRecord({ body: 'from one' })] });
  await other.ingest({ id: 'b', records: [sampleRecord({ body: 'from the other', ms: 1 })] });
  const { records } = await readWhole(one.range({}));
  expect(records.map(({ body }) => body)).toEqual(['from one', 'from the other']);
  await one.close();
  await other.close();
});

it('writes nothing of a batch that fails half-way', async () => {
  const file = path.join(newFolder(), 'logs.db');
  const store = openLibsqlStore(file);
  const broken = { ...sampleRecord({ body: 'broken' }), body: Symbol('no text') as unknown as string };
  await expect(
    store.ingest({ id: 'x', records: [sampleRecord({ body: 'whole' }), broken] }),
  ).rejects.toThrow();
  expect((await readWhole(store.range({}))).records).toEqual([]);
  expect(await store.ingest({ id: 'x', records: [sampleRecord({ body: 'whole' })] })).toEqual({
    added: 1,
    known: 0,
  });
  await store.close();
});

it('says that its disk is full, and has nothing of the batch', () => {
  const db = new Database(':memory:');
  prepareDatabase(db, 'sqlite:a');
  const writer = new BatchWriter(db, 'sqlite:a');
  // As full as a disk can be made in a test.
  const pages = db.prepare('pragma page_count').raw(true).get([]) as [number];
  db.exec(`pragma max_page_count = ${pages[0]}`);
  const records = Array.from({ length: 50 }, (_, at) =>
    sampleRecord({ body: `${at} `.repeat(2000), ms: at }),
  );
  expect(() => writer.write({ id: 'a', records })).toThrow(
    expect.objectContaining({ name: 'LogStoreError', code: 'logs/store-unwritable', store: 'sqlite:a' }),
  );
  expect(db.prepare('select count(*) from record').raw(true).get([])).toEqual([0]);
  db.close();
});

it('is for its owner alone, whatever the folder allows', async () => {
  const folder = newFolder();
  chmodSync(folder, 0o777);
  const store = openLibsqlStore(path.join(folder, 'logs.db'));
  await store.ingest({ id: 'a', records: [sampleRecord({ body: 'whatever no detector knows' })] });
  const modes = readdirSync(folder).map((name) => statSync(path.join(folder, name)).mode & 0o077);
  expect(modes.length).toBeGreaterThan(1);
  expect(new Set(modes)).toEqual(new Set([0]));
  await store.close();
});

it('lets others have their turn while it looks past what stays', async () => {
  const store = openLibsqlStore(':memory:');
  const staying = Array.from({ length: 5000 }, (_, ms) => sampleRecord({ ms, body: 'stays' }));
  const going = sampleRecord({ ms: 6000, source: 'other', body: 'goes' });
  await store.ingest({ id: 'a', records: [...staying, going] });
  let turns = 0;
  let isDone = false;
  const turn = () => {
    turns++;
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  expect(await store.forget({ beforeNs: at(10_000), sources: ['other'] })).toBe(1);
  isDone = true;
  expect(turns).toBeGreaterThanOrEqual(2);
  await store.close();
});

it('refuses a file that is something else, and leaves it alone', () => {
  const file = path.join(newFolder(), 'notes.txt');
  const text = 'these are notes, not a store of logs\n'.repeat(200);
  writeFileSync(file, text);
  expect(() => openLibsqlStore(file)).toThrow(expect.objectContaining({ code: 'logs/store-foreign' }));
  expect(readFileSync(file, 'utf8')).toBe(text);
});

it('refuses a store of a newer version', () => {
  const file = path.join(newFolder(), 'logs.db');
  const db = new Database(file);
  db.exec('pragma user_version = 99');
  db.close();
  expect(() => openLibsqlStore(file)).toThrow(expect.objectContaining({ code: 'logs/store-newer' }));
});

it('says which store cannot be opened', () => {
  const file = path.join(newFolder(), 'a-file');
  writeFileSync(file, '');
  expect(() => openLibsqlStore(path.join(file, 'logs.db'))).toThrow(
    expect.objectContaining({
      code: 'logs/store-unreachable',
      store: `sqlite:${path.join(file, 'logs.db')}`,
    }),
  );
});
