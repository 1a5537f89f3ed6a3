import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { pseudonymLines, releaseFiles } from './release-commands.ts';

it('finds exactly the lines of the map that were asked for, also where one pseudonym begins like another', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-release-'));
  try {
    const map = ['token-1', 'token-12', 'a"b', 'mail'].map((pseudonym) =>
      JSON.stringify({ pseudonym, kind: 'access-token', value: 'token-1' }),
    );
    writeFileSync(path.join(folder, 'map'), `${map.join('\n')}\n`);
    writeFileSync(path.join(folder, releaseFiles.pseudonyms), pseudonymLines(['token-1', 'a"b']));
    const found = execFileSync('grep', ['-F', '-f', releaseFiles.pseudonyms, 'map'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(found).toBe(`${map[0]}\n${map[2]}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
