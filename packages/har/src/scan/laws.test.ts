import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../source/memory-source.ts';
import { indexHar } from './index-har.ts';
import { arbitraryHar, format, formattings } from './testing/arbitrary-har.ts';
import { rowsOfIndex, rowsOfValue } from './testing/oracle.ts';

const engines = ['typescript', 'wasm'] as const;
const corpus = new URL('../../../../fixtures/corpus/', import.meta.url);
const encoder = new TextEncoder();

describe.each(formattings)('a HAR written with %s', (how) => {
  it('is read by both engines as JSON.parse reads it, whatever the chunk size', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryHar(), fc.integer({ min: 64, max: 3000 }), async (har, chunkBytes) => {
        const written = format(har, how);
        const bytes = encoder.encode(written);
        const expected = rowsOfValue(JSON.parse(written));
        for (const engine of engines) {
          const { index } = await indexHar(memorySource(bytes), { engine, chunkBytes });
          expect(rowsOfIndex(index, bytes)).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });
});

it("does not let an empty id of the request hide the response's, whichever comes first", async () => {
  const headers = (value: string) => ({ headers: [{ name: 'TrackingID', value }] });
  const id = 'ATLAS_00000000-0000-4000-8000-000000000000_1';
  for (const entry of [
    { request: headers(''), response: headers(id) },
    { response: headers(id), request: headers('') },
  ]) {
    const bytes = encoder.encode(JSON.stringify({ log: { version: '1.2', entries: [entry] } }));
    for (const engine of engines) {
      const { index } = await indexHar(memorySource(bytes), { engine });
      expect(rowsOfIndex(index, bytes)).toMatchObject([
        { trackingId: id, flags: ['trackingIdFromResponse'] },
      ]);
    }
  }
});

describe('a cut file', () => {
  const samples = [
    'mitmproxy+mitmproxy--safari.har',
    'micmro+PerfCascade--firefox_www.nghttp2.org.har',
    'haralyzer+haralyzer--humanssuck.net.har',
  ];
  it.each(samples)('gives every whole entry before the cut: %s', async (name) => {
    const bytes = readFileSync(new URL(encodeURIComponent(name), corpus));
    const whole = await indexHar(memorySource(bytes));
    const { entryStart, entryLength } = whole.index.columns;
    for (let percent = 1; percent < 100; percent++) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * percent) / 100));
      let expected = 0;
      while (expected < whole.index.length && entryStart[expected]! + entryLength[expected]! <= cut.length)
        expected++;
      for (const engine of engines) {
        const scan = indexHar(memorySource(cut), { engine });
        // Before the first whole entry there may be nothing to open at all.
        const index = await scan.then(
          (done) => done.index,
          (error) => (expected === 0 && error.code === 'har/not-json' ? undefined : Promise.reject(error)),
        );
        expect({ percent, engine, rows: index?.length ?? 0 }).toEqual({ percent, engine, rows: expected });
        if (percent % 25 === 0 && index !== undefined)
          expect(rowsOfIndex(index, cut)).toEqual(rowsOfIndex(whole.index, bytes).slice(0, expected));
      }
    }
  });

  it('says where it was cut and how much was left out', async () => {
    const bytes = readFileSync(new URL(encodeURIComponent('mitmproxy+mitmproxy--safari.har'), corpus));
    const { notes } = await indexHar(memorySource(bytes.subarray(0, 500_000)));
    expect(notes).toEqual([
      expect.objectContaining({ code: 'file/truncated', byteOffset: 500_000, line: expect.any(Number) }),
    ]);
  });
});

describe('both engines', () => {
  it('agree on where a damaged text is damaged, byte for byte', async () => {
    const original = encoder.encode(
      JSON.stringify({
        log: {
          entries: [
            { request: { url: 'https://a.test/é🙂\\n', method: 'GET' }, time: 12.5 },
            { time: -1e-3, x: [true, false, null, '\u0001'] },
          ],
        },
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.nat(original.length - 1),
        fc.nat(255),
        fc.integer({ min: 64, max: 300 }),
        async (at, byte, chunkBytes) => {
          const bytes = original.slice();
          bytes[at] = byte;
          const outcomes = [];
          for (const engine of engines) {
            outcomes.push(
              await indexHar(memorySource(bytes), { engine, chunkBytes }).then(
                ({ notes, index }) => ({ notes, length: index.length }),
                ({ code, byteOffset, line }) => ({ code, byteOffset, line }),
              ),
            );
          }
          expect(outcomes[1]).toEqual(outcomes[0]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each(readdirSync(new URL('json-test-suite/', corpus)).filter((name) => /^[yni]_/.test(name)))(
    'agree on %s as an entry',
    async (name) => {
      const value = readFileSync(new URL(`json-test-suite/${encodeURIComponent(name)}`, corpus));
      const bytes = Buffer.concat([
        Buffer.from('{"log":{"version":"1.2","entries":[{"request":{"method":"GET"},"x":'),
        value,
        Buffer.from('},{"time":7,"request":{"method":"GET"}}]}}'),
      ]);
      const outcomes = [];
      for (const engine of engines) {
        const { notes, index } = await indexHar(memorySource(bytes), {
          engine,
          chunkBytes: 64,
          limits: { maxDepth: 200 },
        });
        outcomes.push({ notes, length: index.length });
      }
      expect(outcomes[1]).toEqual(outcomes[0]);
      if (name.startsWith('y_')) expect(outcomes[0]).toEqual({ notes: [], length: 2 });
    },
  );
});
