import { gzipSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../source/memory-source.ts';
import { unwrap } from './unwrap.ts';

const encoder = new TextEncoder();
const har = '{"log":{"version":"1.2","creator":{"name":"日本 ","version":"1"},"entries":[]}}';
const bytes = encoder.encode(har);

async function textOf(file: Uint8Array, options = {}) {
  const unwrapped = await unwrap(memorySource(file), options);
  return {
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await unwrapped.source.read(0, unwrapped.source.sizeBytes),
    ),
    wrappings: unwrapped.container.wrappings,
    notes: unwrapped.notes.map((note) => note.code),
  };
}

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const units = [
    ...(mark ? [0xfeff] : []),
    ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)),
  ];
  const view = new DataView(new ArrayBuffer(units.length * 2));
  for (const [at, unit] of units.entries()) view.setUint16(at * 2, unit, order === 'le');
  return new Uint8Array(view.buffer);
}

function base64(file: Uint8Array): Uint8Array {
  return encoder.encode(btoa(String.fromCharCode(...file)).replace(/.{76}/g, '$&\r\n'));
}

describe('a HAR', () => {
  it('that is plain is handed on as it is, without a copy', async () => {
    const source = memorySource(bytes, 'a.png');
    const unwrapped = await unwrap(source);
    expect(unwrapped.source).toBe(source);
    expect(unwrapped.container).toEqual({ format: 'har', wrappings: [], otherMembers: [] });
    expect(unwrapped.notes).toEqual([]);
  });

  it.each([
    ['behind a byte order mark', encoder.encode(`\ufeff${har}`), []],
    ['in UTF-16 LE with a mark', utf16(har, 'le', true), ['utf-16le']],
    ['in UTF-16 LE without a mark', utf16(har, 'le', false), ['utf-16le']],
    ['in UTF-16 BE with a mark', utf16(har, 'be', true), ['utf-16be']],
    ['in UTF-16 BE without a mark', utf16(har, 'be', false), ['utf-16be']],
    ['in a JavaScript call', encoder.encode(`onInputData(${har});\n`), ['jsonp']],
    ['in gzip', gzipSync(bytes), ['gzip']],
    [
      'in two gzip members',
      new Uint8Array([...gzipSync(bytes.subarray(0, 20)), ...gzipSync(bytes.subarray(20))]),
      ['gzip'],
    ],
    ['in zlib', zlibSync(bytes), ['zlib']],
    ['in base64', base64(bytes), ['base64']],
    ['in base64 of gzip', base64(gzipSync(bytes)), ['base64', 'gzip']],
    [
      'in a data: URL',
      encoder.encode(`data:application/json;base64,${btoa(String.fromCharCode(...bytes))}`),
      ['base64'],
    ],
    ['in gzip of UTF-16', gzipSync(utf16(har, 'le', true)), ['gzip', 'utf-16le']],
  ] as const)('%s comes out as the same UTF-8 bytes', async (_what, file, wrappings) => {
    expect(await textOf(file)).toMatchObject({ text: har, wrappings });
  });
});

describe('a damaged wrapping', () => {
  it.each([0.3, 0.6, 0.95, 0.999])('gives the beginning of a gzip cut at %f, and says so', async (share) => {
    const long = encoder.encode(
      `{"log":{"entries":[${Array.from({ length: 20_000 }, (_, at) => at * 7919)}]}}`,
    );
    const packed = gzipSync(long);
    const { text, notes } = await textOf(packed.subarray(0, Math.floor(packed.length * share)));
    expect(notes).toEqual(['file/compressed-cut']);
    expect(new TextDecoder().decode(long).startsWith(text)).toBe(true);
    expect(text.length / long.length).toBeGreaterThan(share * 0.8 - 0.1);
  });

  it.each([gzipSync, zlibSync])('says that inflated bytes miss their checksum', async (pack) => {
    const packed = pack(bytes);
    const at = packed.length - (pack === gzipSync ? 8 : 4);
    packed[at] = (packed[at] as number) ^ 1;
    expect(await textOf(packed)).toMatchObject({ text: har, notes: ['file/compressed-cut'] });
  });

  it('with something behind the gzip gives the gzip', async () => {
    const { text, notes } = await textOf(new Uint8Array([...gzipSync(bytes), 1, 2, 3, 4, 5, 6]));
    expect(text).toBe(har);
    expect(notes).toEqual(['file/compressed-damaged']);
  });
});
