import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibsqlStore } from '../store/libsql/libsql-store.ts';
import { readWhole } from '../store/log-answer.ts';
import type { LogStore } from '../store/log-store.ts';
import { bodiesOf } from '../testing/sample-records.ts';
import { createCredentialBlanker } from './blank-credentials.ts';
import { importLog } from './import-log.ts';

const UUID = '7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74';
const line = (second: number, text: string) =>
  `2026-01-12 06:00:${String(second).padStart(2, '0')},000 INFO  [exec-1] [CPAPI_${UUID}_12_0] c.e.Handler - ${text}\n`;

let folder: string;
let store: LogStore;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-import-'));
  store = openLibsqlStore(path.join(folder, 'logs.db'));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function* chunksOf(...texts: string[]) {
  for (const text of texts) yield new TextEncoder().encode(text);
}
const importText = (text: string | string[], more: Partial<Parameters<typeof importLog>[1]> = {}) =>
  importLog(chunksOf(...[text].flat()), { store, name: 'a.log', source: 'lab', ...more });
const stored = async () => (await readWhole(store.range({}))).records;

describe('importLog', () => {
  const text = line(1, 'one') + line(2, 'two') + line(2, 'two') + line(3, 'three');

  it('stores every record, equal lines too', async () => {
    expect(await importText(text)).toEqual({ read: 4, added: 4, bytes: text.length });
    expect((await stored()).map(({ line: number }) => number)).toEqual([1, 2, 3, 4]);
  });

  it('adds nothing when the same file comes again, in other pieces and under another name', async () => {
    await importText(text);
    const pieces = [text.slice(0, 7), text.slice(7, 150), text.slice(150)];
    expect(await importText(pieces, { name: 'b.log', batchRecords: 1 })).toMatchObject({ read: 4, added: 0 });
  });

  it('adds the new lines of a file that has grown, even in the middle of a line or of a stack trace', async () => {
    const trace = `${line(4, 'failed')}java.lang.IllegalStateException: no\n`;
    await importText(text + line(4, 'failed').slice(0, -4));
    await importText(text + trace);
    const more = '\tat com.example.Handler.run(Handler.java:10)\n';
    await importText(text + trace + more + line(5, 'five'));
    const bodies = bodiesOf(await stored());
    expect(bodies.filter((body) => body.includes('Handler.java:10'))).toHaveLength(1);
    expect(bodies.filter((body) => body.endsWith('five'))).toHaveLength(1);
    expect(bodies.filter((body) => body.endsWith('three'))).toHaveLength(1);
  });

  it('keeps what stands in long lines of two files, however far apart their ends are', async () => {
    const limits = { maxLineChars: 50, maxRecordChars: 60 };
    const long = (word: string) => `${word} `.repeat(100);
    const inPieces = (whole: string) => whole.match(/.{1,30}/gs) ?? [];
    const [one, other] = [long('one'), long('other')];
    const first = await importText(inPieces(one), { limits });
    const second = await importText(inPieces(other), { limits });
    expect(first.read).toBeGreaterThan(2);
    expect([first.added, second.added]).toEqual([first.read, second.read]);
    expect(await importText(one, { limits })).toMatchObject({ added: 0 });
    expect(await importText([other.slice(0, 70), other.slice(70)], { limits })).toMatchObject({ added: 0 });
  });

  it('keeps the same file apart in two sources', async () => {
    await importText(text);
    expect(await importText(text, { source: 'other' })).toMatchObject({ added: 4 });
  });

  it('goes on where it was broken off', async () => {
    const stop = new AbortController();
    const broken = importText(text, {
      batchRecords: 1,
      signal: stop.signal,
      onProgress: ({ added }) => added === 2 && stop.abort(),
    });
    await expect(broken).rejects.toThrow();
    expect(await stored()).toHaveLength(2);
    expect(await importText(text, { batchRecords: 3 })).toMatchObject({ read: 4, added: 2 });
  });

  it('stores what there is at a pause, before more comes', async () => {
    const seen: number[] = [];
    await importLog(
      (async function* () {
        yield* chunksOf(text, '');
        seen.push((await stored()).length);
        yield* chunksOf(line(9, 'later'), '');
        seen.push((await stored()).length);
      })(),
      { store, name: 'a.log', source: 'lab' },
    );
    expect(seen).toEqual([4, 5]);
  });

  it('puts a line without a time behind the line before it', async () => {
    await importText(`no time yet\n${line(5, 'timed')}`);
    const [first] = await stored();
    expect(first).toMatchObject({ timeNs: undefined, orderNs: 0n, body: 'no time yet', format: 'text' });
  });

  it('blanks credentials in messages and fields, and keeps tracking ids', async () => {
    // Assembled, so that no scanner takes it for a real token.
    const token = ['kX9vQ2', 'mT7rLp', 'Zw4nBs', 'Yd8cHf', '3gJq6a'].join('');
    const json = JSON.stringify({
      '@timestamp': '2026-01-12T06:00:00Z',
      message: 'ok',
      trackingId: `ATLAS_${UUID}_12`,
      access_token: token,
    });
    await importText(
      `${line(1, `Send POST\nAuthorization: Bearer ${token}\nTrackingID: CPAPI_${UUID}_12_0`)}${json}\n`,
      {
        blank: createCredentialBlanker(),
      },
    );
    const records = await stored();
    expect(JSON.stringify(records.map(({ body, fields, peer }) => [body, fields, peer]))).not.toContain(
      token,
    );
    expect(records.flatMap(({ ids }) => ids.map((id) => id.text))).toEqual([
      `ATLAS_${UUID}_12`,
      `CPAPI_${UUID}_12_0`,
    ]);
  });

  it('reads bytes that are no text', async () => {
    const bytes = new Uint8Array(3000).map((_, index) => (index * 37) % 256);
    const options = { store, name: 'x', source: 'lab' };
    const once = await importLog(
      (async function* () {
        yield bytes;
      })(),
      options,
    );
    expect(once.added).toBe(once.read);
  });
});
