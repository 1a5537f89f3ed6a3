import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { deflateSync, gzipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ReadLimits } from '../capture.ts';
import { HarReadError } from '../notes/har-read-error.ts';
import type { Spool } from '../source/byte-source.ts';
import { memorySource } from '../source/memory-source.ts';
import { memorySpool } from '../source/memory-spool.ts';
import { fiddlerArchive, zipOf } from './testing/fiddler-archive.ts';
import { unwrap } from './unwrap.ts';

const capture = strToU8('{"log":{"version":"1.2","entries":[]}}');

/** Opens a file and counts what was written on the way; the error's code, or `opened`. */
async function verdict(
  file: Uint8Array,
  limits: Partial<ReadLimits> = {},
): Promise<{ code: string; writtenBytes: number }> {
  let writtenBytes = 0;
  const spool = (): Spool => {
    const inner = memorySpool();
    return {
      ...inner,
      write: (bytes) => {
        writtenBytes += bytes.length;
        return inner.write(bytes);
      },
    };
  };
  try {
    await unwrap(memorySource(file), { limits, spool });
    return { code: 'opened', writtenBytes };
  } catch (error) {
    expect(error).toBeInstanceOf(HarReadError);
    return { code: (error as HarReadError).code, writtenBytes };
  }
}

function find(bytes: Uint8Array, mark: number, from = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = from; at < bytes.length - 4; at++) if (view.getUint32(at, true) === mark) return at;
  throw new Error('mark not found');
}

const DIRECTORY_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;

describe('bombs', () => {
  const zeros = new Uint8Array(12_000_000);
  zeros[0] = '{'.charCodeAt(0);

  it.each([
    ['a gzip', () => gzipSync(zeros)],
    ['a gzip of a gzip', () => gzipSync(gzipSync(zeros))],
  ])('%s stops long before it is unfolded', async (_what, make) => {
    const { code, writtenBytes } = await verdict(make());
    expect(code).toBe('har/archive-limit');
    expect(writtenBytes).toBeLessThan(2_000_000);
  });

  it('a zip member stops long before it is unfolded', async () => {
    const { code, writtenBytes } = await verdict(await zipOf([['a.har', zeros]]));
    expect(code).toBe('har/archive-limit');
    expect(writtenBytes).toBeLessThan(2_000_000);
  });

  it('a Fiddler session and its coded body stop at the caps', async () => {
    const head = strToU8('HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n');
    const response = new Uint8Array([...head, ...brotliCompressSync(zeros)]);
    expect(await verdict(await fiddlerArchive({ 1: { response } }))).toMatchObject({
      code: 'har/archive-limit',
    });
    expect(await verdict(await fiddlerArchive({ 1: { response: zeros } }))).toMatchObject({
      code: 'har/archive-limit',
    });
  });

  it('a coded body in a packed session stops at the ratio to the whole file', async () => {
    // 800 : 1 as gzip, and that again packs 100 : 1.
    const dotted = new Uint8Array(12_000_000).map((_, at) => Number(at % 40_000 === 0));
    const head = strToU8('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n');
    const response = new Uint8Array([...head, ...gzipSync(dotted)]);
    const file = await fiddlerArchive({ 1: { response } });
    const { code, writtenBytes } = await verdict(file);
    expect(code).toBe('har/archive-limit');
    expect(writtenBytes).toBeLessThan(2_000_000);
  });

  it('a compressed WebSocket message stops at the ratio', async () => {
    const packed = deflateSync(zeros);
    const frame = new Uint8Array(10 + packed.length);
    frame.set([0xc1, 127]);
    new DataView(frame.buffer).setBigUint64(2, BigInt(packed.length));
    frame.set(packed, 10);
    const response = strToU8(
      'HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n',
    );
    const webSocket = new Uint8Array([...strToU8(`\r\nResponse-Length: ${frame.length}\r\n\r\n`), ...frame]);
    expect(await verdict(await fiddlerArchive({ 1: { response, webSocket } }))).toMatchObject({
      code: 'har/archive-limit',
    });
  });

  it('the total over all members is capped', async () => {
    const bytes = new Uint8Array(60_000).map((_, at) => (at * at) >> 3);
    const sessions = Object.fromEntries([1, 2, 3].map((id) => [id, { response: bytes }]));
    const file = await fiddlerArchive(sessions);
    expect(await verdict(file, { maxInflatedBytes: 150_000 })).toMatchObject({ code: 'har/archive-limit' });
    expect(await verdict(file, { maxInflatedBytes: 400_000 })).toMatchObject({ code: 'opened' });
  });

  it('containers inside containers are capped', async () => {
    let nested: Uint8Array = capture;
    for (let depth = 1; depth <= 3; depth++) {
      nested = gzipSync(nested);
      expect(await verdict(nested)).toMatchObject({ code: 'opened' });
    }
    expect(await verdict(gzipSync(nested))).toMatchObject({ code: 'har/archive-limit' });
    expect(await verdict(await zipOf([['a.zip', nested]]))).toMatchObject({ code: 'har/archive-limit' });
  });

  it('too many members are not even listed', async () => {
    const members = Array.from({ length: 30 }, (_, at) => [`${at}.txt`, strToU8('x')] as const);
    expect(await verdict(await zipOf(members), { maxMembers: 29 })).toMatchObject({
      code: 'har/archive-limit',
    });
  });
});

describe('lies', () => {
  it.each([
    '../../a.har',
    '..\\a.har',
    'a/../../b.har',
    '/etc/a.har',
    'C:\\a.har',
    'c:a.har',
    '\\\\host\\a.har',
    'a\0.har',
  ])('the name %j is refused', async (name) => {
    // zip.js refuses to write such names, so one of the same length is written over.
    const placeholder = 'x'.repeat(name.length);
    const file = await zipOf([[placeholder, capture]]);
    const [from, to] = [strToU8(placeholder), strToU8(name)];
    for (let at = 0; at <= file.length - from.length; at++) {
      if (from.every((byte, offset) => file[at + offset] === byte)) file.set(to, at);
    }
    expect(await verdict(file)).toMatchObject({ code: 'har/archive-damaged' });
  });

  it('a member that holds more than it declares is refused', async () => {
    const file = await zipOf([['a.har', strToU8(`{"log":{"entries":[${'1,'.repeat(50_000)}1]}}`)]]);
    const view = new DataView(file.buffer, file.byteOffset, file.length);
    view.setUint32(find(file, DIRECTORY_HEADER) + 24, 10_000, true);
    expect(await verdict(file)).toMatchObject({ code: 'har/archive-damaged' });
  });

  it('members that share their bytes are refused', async () => {
    const file = await zipOf([
      ['a.har', capture],
      ['b.har', capture],
    ]);
    const view = new DataView(file.buffer, file.byteOffset, file.length);
    const first = find(file, DIRECTORY_HEADER);
    const second = find(file, DIRECTORY_HEADER, first + 4);
    view.setUint32(second + 42, view.getUint32(first + 42, true), true);
    expect(await verdict(file)).toMatchObject({ code: 'har/archive-damaged' });
  });

  it('a directory that points elsewhere is refused', async () => {
    const file = await zipOf([['a.har', capture]]);
    const view = new DataView(file.buffer, file.byteOffset, file.length);
    view.setUint32(find(file, DIRECTORY_HEADER) + 42, 5, true);
    expect(await verdict(file)).toMatchObject({ code: 'har/archive-damaged' });
    view.setUint32(find(file, END_OF_DIRECTORY) + 16, 0xfffffff0, true);
    expect((await verdict(file)).code).toBe('har/archive-damaged');
  });
});

it('any damage to an archive gives entries or an error of ours, and ends', async () => {
  const file = await fiddlerArchive({
    1: {
      response: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n',
      flags: { 'x-clientport': '51000' },
    },
    2: {
      response: new Uint8Array([
        ...strToU8('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n'),
        ...gzipSync(capture),
      ]),
    },
  });
  const damage = fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(damage, fc.option(fc.nat(file.length), { freq: 4 }), async (changes, cut) => {
      const broken = file.slice();
      for (const [at, value] of changes) broken[at] = value;
      const { code } = await verdict(cut === null ? broken : broken.subarray(0, cut), {
        maxInflatedBytes: 50_000_000,
      });
      expect([
        'opened',
        'har/empty',
        'har/not-json',
        'har/not-a-capture',
        'har/password-needed',
        'har/archive-damaged',
        'har/archive-limit',
      ]).toContain(code);
    }),
    { numRuns: 60 },
  );
});
