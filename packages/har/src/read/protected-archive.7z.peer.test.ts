import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openCapture } from '../open-capture.ts';
import { memorySource } from '../source/memory-source.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'harrier-7z-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const password = ['correct', 'horse'].join('-');

/** Unpacks a Fiddler archive and packs it again with 7-Zip, protected the given way. */
function repack(method: string): Uint8Array {
  const content = path.join(folder, 'content');
  const original = fileURLToCorpus('veigr+Nekoxy2--abehiroshi.saz');
  execFileSync('7z', ['x', '-y', `-o${content}`, original], { stdio: 'ignore' });
  const archive = path.join(folder, `${method}.saz`);
  execFileSync(
    '7z',
    ['a', '-tzip', `-mem=${method}`, `-p${password}`, archive, 'raw', '[Content_Types].xml'],
    {
      cwd: content,
      stdio: 'ignore',
    },
  );
  return readFileSync(archive);
}

function fileURLToCorpus(name: string): string {
  const copy = path.join(folder, 'original.saz');
  writeFileSync(copy, readFileSync(new URL(`../../../../fixtures/corpus/${name}`, import.meta.url)));
  return copy;
}

describe.each(['AES256', 'AES128', 'ZipCrypto'])(
  'a Fiddler archive that 7-Zip protected with %s',
  (method) => {
    it('opens with its password and gives every session', async () => {
      const capture = await openCapture(memorySource(repack(method)), { password });
      expect(capture.index.length).toBe(5);
      expect((await capture.openEntry(0)).response.status).toBe(200);
    });

    it('says that a password is needed, and that a wrong one is wrong', async () => {
      const bytes = repack(method);
      await expect(openCapture(memorySource(bytes))).rejects.toMatchObject({ code: 'har/password-needed' });
      await expect(openCapture(memorySource(bytes), { password: 'not it' })).rejects.toMatchObject({
        code: 'har/password-wrong',
      });
    });
  },
);
