import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../source/byte-source.ts';
import { indexHar } from './index-har.ts';
import { rowsOfIndex, rowsOfValue } from './testing/oracle.ts';

const corpus = new URL('../../../../fixtures/corpus/', import.meta.url);
const captures = readdirSync(corpus).filter((name) => name.endsWith('.har'));
const suite = new URL('json-test-suite/', corpus);

const engines = ['typescript', 'wasm'] as const;

function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    sizeBytes: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
    async *stream(chunkBytes) {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
    },
  };
}

function withoutBom(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef ? bytes.subarray(3) : bytes;
}

describe.each(captures)('%s', (name) => {
  const bytes = withoutBom(readFileSync(new URL(encodeURIComponent(name), corpus)));
  const runs = engines.flatMap((engine) =>
    [64, 65, 127, 1000, 4096, 262_144].map((chunkBytes) => ({ engine, chunkBytes })),
  );

  it.each(runs)('reads as JSON.parse does: $engine, chunks of $chunkBytes bytes', async (options) => {
    let value: unknown;
    try {
      value = JSON.parse(Buffer.from(bytes).toString());
    } catch {
      await expect(indexHar(bytesSource(bytes), options)).rejects.toMatchObject({ code: 'har/not-json' });
      return;
    }
    const scan = await indexHar(bytesSource(bytes), options);
    expect(scan.engine).toBe(options.engine);
    expect(rowsOfIndex(scan.index, bytes)).toEqual(rowsOfValue(value));
  });
});

describe.each(engines)('JSONTestSuite by the %s engine', (engine) => {
  it.each(readdirSync(suite).filter((name) => name.startsWith('y_')))(
    'reads %s without damage',
    async (name) => {
      const bytes = readFileSync(new URL(encodeURIComponent(name), suite));
      await expect(indexHar(bytesSource(bytes), { engine })).rejects.toMatchObject({
        code: 'har/not-a-capture',
      });
    },
  );
  it.each(readdirSync(suite).filter((name) => name.startsWith('n_')))(
    'refuses %s with its position',
    async (name) => {
      const bytes = readFileSync(new URL(encodeURIComponent(name), suite));
      for (const chunkBytes of [64, 1 << 18]) {
        await expect(indexHar(bytesSource(bytes), { engine, chunkBytes })).rejects.toMatchObject(
          bytes.length === 0
            ? { code: 'har/empty' }
            : { code: 'har/not-json', byteOffset: expect.any(Number), line: expect.any(Number) },
        );
      }
    },
  );
});
