import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { launchBrowser } from './launch-browser.ts';

let profile: string;

beforeEach(() => {
  profile = mkdtempSync(path.join(tmpdir(), 'harrier-no-browser-'));
});
afterEach(() => rmSync(profile, { recursive: true }));

it.skipIf(process.platform === 'win32').each([
  ['ends at once', 'exit 1'],
  ['closes the pipe and stays', 'exec 3<&- 4>&-; sleep 600'],
  ['never answers, and has started another', 'sleep 600; exit 1'],
])('says of a program that %s that it could not be recorded', async (_, script) => {
  const file = path.join(profile, 'browser');
  writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const options = { profile, isHeadless: true, flags: [], startMs: 300 };
  await expect(launchBrowser({ name: 'browser', file }, options)).rejects.toMatchObject({
    code: 'record/browser-failed',
    place: file,
  });
});
