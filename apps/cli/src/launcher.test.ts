import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { corpusFile } from './testing/corpus.ts';

const launcher = fileURLToPath(new URL('../bin/harrier.js', import.meta.url));

it('tells an old Node what is missing instead of failing somewhere inside', () => {
  const pretend =
    'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.1" } })';
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, launcher, 'triage', 'a.har'],
    { encoding: 'utf8' },
  );
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: 'harrier: Node 20.19 or newer is needed; this is Node 18.20.1.\n',
  });
});

it('ends quietly when its reader has gone, as in harrier table … | head', async () => {
  const child = spawn(process.execPath, [launcher, 'table', corpusFile('mitmproxy+mitmproxy--safari.har')]);
  // Closed before anything is written: every write meets a broken pipe.
  child.stdout.destroy();
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const [code] = await once(child, 'close');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

it.each([
  ['--version', true],
  ['serve', false],
])('tells V8 before any work of %s whether the process will end soon: %s', (word, endsSoon) => {
  const listen = `
    import v8 from 'node:v8';
    import { syncBuiltinESMExports } from 'node:module';
    v8.setFlagsFromString = (flag) => process.stdout.write(flag + '\\n');
    syncBuiltinESMExports();`;
  const { stdout } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(listen)}`, launcher, word, '--help'],
    { encoding: 'utf8' },
  );
  expect(/^--(?:interrupt-budget|invocation-count)/.test(stdout)).toBe(endsSoon);
});
