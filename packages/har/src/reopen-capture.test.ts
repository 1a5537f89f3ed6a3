import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Capture } from './capture.ts';
import { openCapture, reopenCapture } from './open-capture.ts';
import { memorySource } from './source/memory-source.ts';

const corpus = new URL('../../../fixtures/corpus/', import.meta.url);
const files = readdirSync(corpus).filter((name) => name.endsWith('.har'));

async function openFile(name: string): Promise<Capture | undefined> {
  const bytes = new Uint8Array(readFileSync(new URL(name, corpus)));
  return await openCapture(memorySource(bytes)).catch(() => undefined);
}

describe('a capture that is opened again from what was learned of it', () => {
  it.each(files)('gives the same entries and the same log: %s', async (name) => {
    const capture = await openFile(name);
    const packed = capture?.pack?.();
    if (capture === undefined || packed === undefined) return;
    const again = reopenCapture(capture.source, structuredClone(packed, { transfer: packed.transfer }));
    expect(again.log).toEqual(capture.log);
    expect(await again.openRawLog()).toEqual(await capture.openRawLog());
    for (let row = 0; row < Math.min(capture.index.length, 20); row++) {
      expect(await again.openEntry(row)).toEqual(await capture.openEntry(row));
      expect(await again.openBody(row, 'response')).toEqual(await capture.openBody(row, 'response'));
    }
  });
});

describe('the URLs that the index keeps', () => {
  it.each(files)('are those of the entries: %s', async (name) => {
    const capture = await openFile(name);
    if (capture === undefined) return;
    for (let row = 0; row < Math.min(capture.index.length, 200); row++) {
      const kept = capture.index.urls?.get(row);
      if (kept !== undefined) expect(kept).toBe((await capture.openEntry(row)).request.url);
    }
  });

  it('leaves out what is longer than it keeps, and follows a key that stands there twice', async () => {
    const entry = (request: string): string =>
      `{"startedDateTime":"2026-01-01T00:00:00Z","request":${request}}`;
    const long = `data:text/plain,${'x'.repeat(9000)}`;
    const har = `{"log":{"entries":[${entry(`{"method":"GET","url":"${long}"}`)},${entry(
      '{"url":"https://first.example.com/","url":"https://second.example.com/a\\u0062"}',
    )},${entry('{"method":"GET"}')}]}}`;
    const capture = await openCapture(memorySource(new TextEncoder().encode(har)));
    expect([0, 1, 2].map((row) => capture.index.urls?.get(row))).toEqual([
      undefined,
      'https://second.example.com/ab',
      '',
    ]);
  });
});
