/** Installs the packed command where nothing else is, as docs/installing.md says, and uses it there; then the one file alone. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSingle } from '../scripts/build-single.mjs';
import { buildPackage } from '../scripts/package.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'harrier-package-'));
const prefix = path.join(folder, 'prefix');
const harrier = path.join(prefix, 'bin/harrier');
try {
  const file = await buildPackage(folder);
  cpSync('fixtures/example/call-recording.har', path.join(folder, 'example.har'));
  run('npm', [
    'install',
    '--global',
    '--prefix',
    prefix,
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    file,
  ]);
  for (const words of [
    ['--version'],
    ['triage', 'example.har'],
    ['sanitize', 'example.har', '-o', 'clean.har'],
    ['sanitize', 'clean.har', '--check'],
    ['logs', 'import', '--store', 'sqlite:logs.db', '--source', 'mine', 'example.har'],
    ['explain', '502'],
    ['completion', 'bash'],
  ])
    run(harrier, words);
  // Where `man` looks for it.
  const manual = readFileSync(path.join(prefix, 'share/man/man1/harrier.1'), 'utf8');
  if (!manual.startsWith('.TH HARRIER 1')) throw new Error('no manual page was installed');
  await openPage();

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
  const server = spawn(harrier, ['open', 'example.har'], {
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
      process.stdout.write('$ harrier open: the page is served\n');
      return;
    }
    throw new Error('harrier open printed no address');
  } finally {
    clearTimeout(limit);
    process.kill(-server.pid, 'SIGINT');
  }
}
