import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeProfile, removeProfile } from './profile.ts';

/** Writes into a folder for a second, as a browser that ends, and makes it again when it is gone. */
const BUSY = `
const { mkdirSync, writeFileSync } = require('node:fs');
const end = Date.now() + 1000;
let writes = 0;
while (Date.now() < end) {
  try {
    mkdirSync(process.argv[1] + '/Default/Cache', { recursive: true });
    writeFileSync(process.argv[1] + '/Default/Cache/' + writes++, '');
  } catch {}
  if (writes === 1) process.stdout.write('writing');
}`;

it('deletes a profile into which a browser still writes, however often it comes back', async () => {
  const profile = makeProfile();
  const browser = spawn(process.execPath, ['-e', BUSY, profile], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(browser, 'exit');
  await once(browser.stdout, 'data');
  await removeProfile(profile);
  await ended;
  expect(existsSync(profile)).toBe(false);
});
