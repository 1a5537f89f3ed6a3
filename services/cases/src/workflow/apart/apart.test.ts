import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { deflateSync, gzipSync } from 'node:zlib';
import { type ByteSource, memorySource, memorySpool } from '@harrier/har';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleScript } from '../../testing/bundle-script.ts';
import { harOf } from '../../testing/trial-har.ts';
import type { ValueMap } from '../seal-map.ts';
import { cleanApart } from './clean-apart.ts';
import { examineApart } from './examine-apart.ts';

const cache = fileURLToPath(new URL('../../../../../.cache/', import.meta.url));
/** Put together when it is needed, so that no scanner of the repository takes it for a real one. */
const canary = ['canary', 'h3Tn61QvWx82Kd'].join('-');

let folder: string;
let script: URL;
let examineScript: URL;
beforeAll(async () => {
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(path.join(cache, 'clean-apart-'));
  const bundled = async (name: string) =>
    pathToFileURL(await bundleScript(new URL(name, import.meta.url), folder));
  script = await bundled('./clean-child.ts');
  examineScript = await bundled('./examine-child.ts');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Large enough for a process of its own. `value`: of the one header field that may hold a credential. */
function capture(value: string | undefined): Uint8Array {
  const content = { size: 5_000_000, mimeType: 'text/plain', text: 'calls '.repeat(833_334) };
  const response = { status: 200, statusText: 'OK', content };
  return new TextEncoder().encode(harOf({ authorization: value, response }));
}

async function textOf(source: ByteSource | undefined): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source?.stream(1 << 20) ?? []) pieces.push(piece.slice());
  return Buffer.concat(pieces).toString();
}
const spool = () => memorySpool();

describe('a capture that is sanitized in a process of its own', () => {
  it('comes back clean, and what its pseudonyms stood for is sealed here', async () => {
    let sealed: ValueMap = new Map();
    const cleaned = await cleanApart(memorySource(capture(`Bearer ${canary}`)), {
      spool,
      script,
      sealMap: async (map) => {
        sealed = map;
        return { sha256: 'a'.repeat(64), sizeBytes: 1 };
      },
    });
    expect(cleaned).toMatchObject({
      redactions: 1,
      secrets: 1,
      repaired: false,
      sealedMap: { sizeBytes: 1 },
    });
    const text = await textOf(cleaned.output);
    expect(text).toContain('https://api.example.test/calls/1');
    expect(text).not.toContain(canary);
    const [[pseudonym, { value }] = ['', { value: '' }]] = [...sealed];
    expect(value).toContain(canary);
    expect(text).toContain(pseudonym);
  });

  it('comes back as nothing where there is nothing to take out', async () => {
    const cleaned = await cleanApart(memorySource(capture(undefined)), { spool, script });
    expect(cleaned).toEqual({ redactions: 0, secrets: 0, droppedBodies: 0, repaired: false, findings: [] });
  });

  it('is refused for the reason that the process found', async () => {
    const noCapture = new TextEncoder().encode('no capture '.repeat(500_000));
    await expect(cleanApart(memorySource(noCapture), { spool, script })).rejects.toMatchObject({
      name: 'HarReadError',
      code: 'har/not-json',
    });
  });

  it('fails alone when its process is killed', async () => {
    const dying = path.join(folder, 'dying.mjs');
    writeFileSync(dying, 'process.kill(process.pid, "SIGKILL"); setInterval(() => {}, 1000);');
    await expect(
      cleanApart(memorySource(capture(undefined)), { spool, script: pathToFileURL(dying) }),
    ).rejects.toThrow();
  });

  it.each([
    ['gzip', gzipSync],
    ['zlib', deflateSync],
    ['zip', () => Buffer.from('PK\u0003\u0004')],
    ['gzip in base64', (bytes: Uint8Array) => Buffer.from(gzipSync(bytes).toString('base64'))],
  ] as const)('is so, however small it is, where it is packed: %s', async (_packing, pack) => {
    const dying = path.join(folder, 'dying.mjs');
    writeFileSync(dying, 'process.kill(process.pid, "SIGKILL");');
    const packed = new Uint8Array(pack(capture(undefined)));
    expect(packed.length).toBeLessThan(1024 * 1024);
    await expect(
      cleanApart(memorySource(packed), { spool, script: pathToFileURL(dying) }),
    ).rejects.not.toMatchObject({ name: 'HarReadError' });
  });

  it('is no half of itself where its process ends behind its last word', async () => {
    const halved = path.join(folder, 'halved.mjs');
    writeFileSync(
      halved,
      `process.stdin.resume().on('end', () => {
        process.stdout.write('{"log":');
        process.send({ kind: 'cleaned', facts: {}, isUnchanged: false }, () => process.kill(process.pid, 'SIGKILL'));
      });`,
    );
    await expect(
      cleanApart(memorySource(capture(undefined)), { spool, script: pathToFileURL(halved) }),
    ).rejects.toThrow('ended without a word');
  });

  it('is ended when it takes longer than any capture takes', async () => {
    const hanging = path.join(folder, 'hanging.mjs');
    writeFileSync(hanging, 'process.stdin.resume(); setInterval(() => {}, 1000);');
    await expect(
      cleanApart(memorySource(capture(undefined)), { spool, script: pathToFileURL(hanging), limitMs: 300 }),
    ).rejects.toThrow('not by itself');
  });

  it('is given nothing of the server’s environment', async () => {
    const telling = path.join(folder, 'telling.mjs');
    writeFileSync(
      telling,
      `process.stdin.resume().on('end', () => {
        process.send({ kind: 'values', values: [['names', { kind: '', value: Object.keys(process.env).join() }]] });
        process.send({ kind: 'cleaned', facts: {}, isUnchanged: false }, () => process.disconnect());
      });`,
    );
    process.env.HARRIER_SECRET_TRIAL = canary;
    try {
      let names = '';
      await cleanApart(memorySource(capture(undefined)), {
        spool,
        script: pathToFileURL(telling),
        sealMap: async (map) => {
          names = map.get('names')?.value ?? '';
          return undefined;
        },
      });
      expect(names).not.toContain('HARRIER_SECRET_TRIAL');
      expect(names).not.toContain('PATH');
    } finally {
      delete process.env.HARRIER_SECRET_TRIAL;
    }
  });

  it('is no half of itself where the original cannot be read to its end', async () => {
    const whole = memorySource(capture(`Bearer ${canary}`));
    const broken: ByteSource = {
      ...whole,
      sizeBytes: whole.sizeBytes,
      read: async (offset, length) => await whole.read(offset, length),
      async *stream(chunkBytes) {
        let left = 8;
        for await (const piece of whole.stream(chunkBytes)) {
          if (left-- === 0) throw new Error('the disk is gone');
          yield piece;
        }
      },
    };
    await expect(cleanApart(broken, { spool, script })).rejects.toThrow('the disk is gone');
  });
});

describe('a capture that is examined in a process of its own', () => {
  const examine = async (bytes: Uint8Array, at = examineScript) =>
    await examineApart(memorySource(bytes), spool, { script: at });

  it('is known there by its content', async () => {
    const found = { format: 'har', entries: 1, otherCaptures: 0 };
    expect(await examine(capture(undefined))).toEqual(found);
    expect(await examine(gzipSync(capture(undefined)))).toEqual(found);
    expect(await examine(zipSync({ 'readme.txt': new Uint8Array(2000) }))).toEqual({
      skipped: 'not-a-capture',
    });
  });

  it('needs none where its beginning shows that it is no capture', async () => {
    const nowhere = pathToFileURL(path.join(folder, 'nowhere.mjs'));
    for (const bytes of [new Uint8Array(0), new Uint8Array(5_000_000), Buffer.from('no capture')])
      expect(await examine(bytes, nowhere)).toEqual({ skipped: 'not-a-capture' });
  });

  it('is trouble where it is a bomb', async () => {
    const bomb = gzipSync(new Uint8Array(40_000_000));
    await expect(examine(gzipSync(bomb))).rejects.toMatchObject({ code: 'intake/unreadable' });
  });

  it('unfolds nowhere else, and fails alone when its process is killed', async () => {
    const dying = path.join(folder, 'dying-examiner.mjs');
    writeFileSync(dying, 'process.kill(process.pid, "SIGKILL"); setInterval(() => {}, 1000);');
    for (const bytes of [capture(undefined), gzipSync(capture(undefined))])
      await expect(examine(bytes, pathToFileURL(dying))).rejects.toThrow();
  });
});
