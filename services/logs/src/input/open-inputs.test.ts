import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputNote, InputOptions } from './log-input.ts';
import { openInputs } from './open-inputs.ts';
import { tarOf, zstdOf } from './testing/archives.ts';

const LINES = '2026-03-04 09:05:07 one\n2026-03-04 09:05:08 two\n';
const bytes = (text: string) => new TextEncoder().encode(text);

let folder: string;
const at = (name: string) => path.join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-inputs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(name: string, limits?: InputOptions['limits']) {
  const notes: InputNote[] = [];
  const texts: Record<string, string> = {};
  const options = {
    onNote: (note: InputNote) => notes.push(note),
    ...(limits === undefined ? {} : { limits }),
  };
  for await (const input of openInputs([at(name)], options)) {
    const pieces: Uint8Array[] = [];
    for await (const chunk of input.chunks) pieces.push(chunk.slice());
    texts[input.name] = Buffer.concat(pieces).toString('utf8');
  }
  return { texts, notes };
}

describe('inputs', () => {
  it('are unpacked by what they are, whatever they are called', async () => {
    writeFileSync(at('a.log'), LINES);
    writeFileSync(at('b.log.gz'), gzipSync(LINES));
    writeFileSync(at('c.dat'), gzipSync(LINES));
    writeFileSync(at('d.log.zst'), zstdOf(bytes(LINES)));
    expect((await read('a.log')).texts).toEqual({ 'a.log': LINES });
    expect((await read('b.log.gz')).texts).toEqual({ 'b.log': LINES });
    expect((await read('c.dat')).texts).toEqual({ 'c.dat': LINES });
    expect((await read('d.log.zst')).texts).toEqual({ 'd.log': LINES });
  });

  it('read the members of a rotated gzip file one after the other', async () => {
    writeFileSync(at('twice.gz'), Buffer.concat([gzipSync(LINES), gzipSync('three\n')]));
    expect((await read('twice.gz')).texts).toEqual({ twice: `${LINES}three\n` });
  });

  it('give what came before the cut of a gzip file, and say so', async () => {
    const long = LINES.repeat(20_000);
    const packed = gzipSync(long, { level: 1 });
    writeFileSync(at('cut.gz'), packed.subarray(0, packed.length - 2_000));
    const { texts, notes } = await read('cut.gz');
    expect(texts.cut!.length).toBeGreaterThan(long.length / 4);
    expect(long.startsWith(texts.cut!)).toBe(true);
    expect(notes).toEqual([{ kind: 'cut', name: 'cut' }]);
  });

  it('give the files of tar archives, packed ones and long names too', async () => {
    const long = `${'very-long-folder-name/'.repeat(8)}app.log`;
    const tar = tarOf([
      { name: 'app.log', bytes: bytes(LINES) },
      { name: '../../etc/app.log.gz', bytes: gzipSync(LINES) },
      { name: long, bytes: bytes('x\n') },
    ]);
    writeFileSync(at('all.tar.gz'), gzipSync(tar));
    expect((await read('all.tar.gz')).texts).toEqual({
      'all.tar/app.log': LINES,
      'all.tar/etc/app.log': LINES,
      [`all.tar/${long}`]: 'x\n',
    });
    writeFileSync(at('short.tar'), tar.subarray(0, 520));
    const short = await read('short.tar');
    expect(short.texts['short.tar/app.log']).toBe(LINES.slice(0, 8));
    expect(short.notes).toEqual([{ kind: 'cut', name: 'short.tar' }]);
  });

  it('give the files of zip archives', async () => {
    const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
    await zip.add('logs/a.log', new Uint8ArrayReader(bytes(LINES)));
    await zip.add('b.gz', new Uint8ArrayReader(gzipSync('b\n')));
    writeFileSync(at('all.zip'), await zip.close());
    expect((await read('all.zip')).texts).toEqual({ 'all.zip/logs/a.log': LINES, 'all.zip/b': 'b\n' });
  });

  it('give the files of a zip that comes as a stream, and of one inside another archive', async () => {
    const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
    await zip.add('a.log', new Uint8ArrayReader(bytes(LINES)));
    const packed = await zip.close();
    const texts: Record<string, string> = {};
    const stdin = (async function* () {
      for (let from = 0; from < packed.length; from += 50) yield packed.subarray(from, from + 50);
    })();
    for await (const { name, chunks } of openInputs(['-'], { stdin }))
      for await (const chunk of chunks) texts[name] = `${texts[name] ?? ''}${Buffer.from(chunk)}`;
    expect(texts).toEqual({ '-/a.log': LINES });
    writeFileSync(at('zip.tar'), tarOf([{ name: 'inner.zip', bytes: packed }]));
    expect((await read('zip.tar')).texts).toEqual({ 'zip.tar/inner.zip/a.log': LINES });
  });

  it('are none of a zip inside an archive that would fill the disk, and those of a small one beside it', async () => {
    const zipOf = async (log: Uint8Array) => {
      const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, level: 0 });
      await zip.add('a.log', new Uint8ArrayReader(log));
      return await zip.close();
    };
    const large = await zipOf(bytes(LINES.repeat(200)));
    const small = await zipOf(bytes(LINES));
    const members = [
      { name: 'one.zip', bytes: large },
      { name: 'two.zip', bytes: small },
      // Each by itself is small enough, and lies there no longer when the next one comes.
      { name: 'three.zip', bytes: await zipOf(small) },
      { name: 'four.zip', bytes: small },
    ];
    writeFileSync(at('zips.tar'), tarOf(members));
    const { texts, notes } = await read('zips.tar', { maxZipBytes: 900 });
    expect(Object.keys(texts)).toEqual([
      'zips.tar/two.zip/a.log',
      'zips.tar/three.zip/a.log/a.log',
      'zips.tar/four.zip/a.log',
    ]);
    expect(notes).toEqual([{ kind: 'limit', name: 'zips.tar/one.zip' }]);
    // Two inside each other lie there at the same time.
    expect((await read('zips.tar', { maxZipBytes: small.length + 100 })).notes).toContainEqual({
      kind: 'limit',
      name: 'zips.tar/three.zip',
    });
  });

  it('are none of a zip that says it unfolds to too much, and no more of one that lies', async () => {
    const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
    await zip.add('a.log', new Uint8ArrayReader(bytes(LINES)));
    await zip.add('bomb.log', new Uint8ArrayReader(bytes(LINES.repeat(600_000))));
    const bomb = await zip.close();
    writeFileSync(at('bomb.zip'), bomb);
    const honest = await read('bomb.zip', { maxRatio: 200 });
    expect(honest).toEqual({ texts: {}, notes: [{ kind: 'limit', name: 'bomb.zip' }] });
    // The size of the last member, 20 bytes before its name in the directory.
    const lying = Buffer.from(bomb);
    lying.writeUInt32LE(7, lying.lastIndexOf('bomb.log') - 22);
    writeFileSync(at('lying.zip'), lying);
    const { texts, notes } = await read('lying.zip', { maxRatio: 200 });
    expect(texts['lying.zip/a.log']).toBe(LINES);
    expect(texts['lying.zip/bomb.log']?.length ?? 0).toBeLessThanOrEqual(17_000_000);
    expect(notes).toHaveLength(1);
  });

  it('are not taken twice from members that share their packed bytes', async () => {
    const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
    await zip.add('a.log', new Uint8ArrayReader(bytes(LINES)));
    await zip.add('b.log', new Uint8ArrayReader(bytes(LINES)));
    const shared = Buffer.from(await zip.close());
    // Where the second member begins, 4 bytes before its name in the directory: now where the first does.
    shared.writeUInt32LE(0, shared.lastIndexOf('b.log') - 4);
    writeFileSync(at('shared.zip'), shared);
    const { texts, notes } = await read('shared.zip');
    expect(texts['shared.zip/a.log']).toBe(LINES);
    expect(texts['shared.zip/b.log'] ?? '').toBe('');
    expect(notes).toEqual([{ kind: 'cut', name: 'shared.zip/b.log' }]);
  });

  it('are all files of a folder in the order of their names; links, pictures and unknown packings are told', async () => {
    mkdirSync(at('tree/b'), { recursive: true });
    writeFileSync(at('tree/a.log'), 'a\n');
    writeFileSync(at('tree/b/c.log'), 'c\n');
    writeFileSync(
      at('tree/d.png'),
      Uint8Array.from({ length: 600 }, (_, n) => n % 5),
    );
    writeFileSync(at('tree/e.xz'), Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00, 0x00));
    symlinkSync('/', at('tree/loop'));
    const { texts, notes } = await read('tree');
    expect(Object.keys(texts)).toEqual(['a.log', 'b/c.log']);
    expect(notes).toEqual([
      { kind: 'binary', name: 'd.png' },
      { kind: 'packed', name: 'e.xz', packing: 'xz' },
      { kind: 'link', name: 'loop' },
    ]);
  });

  it('become UTF-8 where they are UTF-16', async () => {
    writeFileSync(at('wide.log'), Buffer.from('\ufeffgrüße 漢\n', 'utf16le'));
    expect((await read('wide.log')).texts).toEqual({ 'wide.log': 'grüße 漢\n' });
  });

  it('end at the limit of what may be unpacked, and at that of layers', async () => {
    writeFileSync(at('bomb.gz'), gzipSync('\n'.repeat(3_000_000)));
    const { texts, notes } = await read('bomb.gz', { maxUnpackedBytes: 1_000_000 });
    expect(texts.bomb!.length).toBeLessThanOrEqual(1_000_000);
    expect(notes).toEqual([{ kind: 'limit', name: 'bomb' }]);
    writeFileSync(at('nested.gz'), gzipSync(gzipSync(gzipSync('x\n'))));
    expect((await read('nested.gz', { maxNesting: 2 })).notes).toEqual([{ kind: 'limit', name: 'nested' }]);
  });

  it('say which path cannot be read', async () => {
    await expect(read('nowhere.log')).rejects.toMatchObject({
      code: 'logs/input-failed',
      path: at('nowhere.log'),
    });
  });
});
