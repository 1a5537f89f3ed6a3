/** Installs the packed command into an empty folder, as a user without a checkout does, and uses it there; then the one file alone. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSingle } from '../scripts/build-single.mjs';
import { buildPackage } from '../scripts/package.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'harrier-package-'));
try {
  const file = await buildPackage(folder);
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
  cpSync('fixtures/example/call-recording.har', path.join(folder, 'example.har'));
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', file]);
  for (const words of [
    ['--version'],
    ['triage', 'example.har'],
    ['sanitize', 'example.har', '-o', 'clean.har'],
    ['sanitize', 'clean.har', '--check'],
    ['logs', 'import', '--store', 'sqlite:logs.db', '--source', 'mine', 'example.har'],
    ['explain', '502'],
    ['completion', 'bash'],
  ])
    run('npx', ['--no-install', 'harrier', ...words]);
  const manual = readFileSync(path.join(folder, 'node_modules/harrier/man/harrier.1'), 'utf8');
  if (!manual.startsWith('.TH HARRIER 1')) throw new Error('the package holds no manual page');
  await openPage();

  rmSync(path.join(folder, 'node_modules'), { recursive: true });
  await buildSingle(path.join(folder, 'harrier.mjs'));
  for (const words of [
    ['--version'],
    ['triage', 'example.har'],
    ['sanitize', 'example.har', '-o', 'clean.har', '--force'],
    ['escalate', 'example.har', '-o', 'case.zip'],
    ['explain', '502'],
  ])
    run(process.execPath, ['harrier.mjs', ...words]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(command, words) {
  process.stdout.write(`$ ${command} ${words.join(' ')}\n`);
  const { status } = spawnSync(command, words, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${status}`);
}

/** The workbench comes out of the package too. */
async function openPage() {
  const server = spawn('npx', ['--no-install', 'harrier', 'open', 'example.har'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const limit = setTimeout(() => process.kill(-server.pid, 'SIGKILL'), 60_000);
  try {
    let told = '';
    for await (const piece of server.stdout) {
      told += piece;
      const address = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(told)?.[0];
      if (address === undefined) continue;
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`harrier open: the page answered ${answer.status}`);
      process.stdout.write('$ npx harrier open: the page is served\n');
      return;
    }
    throw new Error('harrier open printed no address');
  } finally {
    clearTimeout(limit);
    process.kill(-server.pid, 'SIGINT');
  }
}
