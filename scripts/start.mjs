/**
 * `npm start`: sets up what is missing, says what failed in the example capture, takes the logs of its services into a store of
 * their own, and serves the workbench with both until Ctrl-C. With words behind `--` it is `harrier` itself.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { readyOrExit, root } from './ensure-ready.mjs';

readyOrExit();
const args = process.argv.slice(2);
const example = path.join('fixtures', 'example', 'call-recording.har');
const store = 'sqlite:.cache/example/logs.db';
// Ctrl-C reaches the command, too; this process waits for what it says.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => running?.kill(signal));
let running;
const commands =
  args.length > 0
    ? [args]
    : [
        ['triage', example],
        ['logs', 'import', '--store', store, '--source', 'example', path.join('fixtures', 'example', 'logs')],
        ['open', '--store', store, example],
      ];
for (const command of commands) {
  process.stderr.write(`harrier ${command.join(' ')}\n\n`);
  const code = await harrier(command);
  if (code !== 0) process.exit(code);
}

/** Runs one command to its end; gives its exit code. */
function harrier(command) {
  running = spawn(process.execPath, [path.join(root, 'apps/cli/bin/harrier.js'), ...command], {
    cwd: root,
    stdio: 'inherit',
  });
  return new Promise((resolve) => running.on('exit', (code) => resolve(code ?? 1)));
}
