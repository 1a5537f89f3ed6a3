/** Runs every command of the README's `sh` blocks, so that none of them can go stale. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const blocks = [...readFileSync('README.md', 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(
  (match) => match[1],
);
const commands = blocks
  .flatMap((block) => block.split('\n'))
  .map((line) => line.replace(/\s+#.*$/, '').trim())
  .filter((line) => line !== '');
if (commands.length === 0) throw new Error('README.md shows no command.');

for (const command of commands) {
  // The tests have their own step: running them again here would only take time.
  if (command === 'npm test' || command.startsWith('git clone') || command.startsWith('cd ')) continue;
  process.stdout.write(`$ ${command}\n`);
  const status = serves(command) ? await tryServer(command) : runToEnd(command);
  if (status !== 0) {
    process.stderr.write(`README.md: "${command}" ended with ${status}\n`);
    process.exit(1);
  }
}

/** Whether a command goes on until it is interrupted. */
function serves(command) {
  return command === 'npm start' || /^npx harrier (open|serve)\b/.test(command);
}

function runToEnd(command) {
  return spawnSync('bash', ['-c', command], { stdio: ['ignore', 'inherit', 'inherit'] }).status;
}

/** Waits for the address that a server prints, asks it for its page, and interrupts it. */
async function tryServer(command) {
  const server = spawn('bash', ['-c', `exec ${command}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const limit = setTimeout(() => process.kill(-server.pid, 'SIGKILL'), 120_000);
  const ended = new Promise((resolve) => server.on('exit', (code, signal) => resolve(code ?? signal)));
  let told = '';
  for await (const piece of server.stdout) {
    process.stdout.write(piece);
    told += piece;
    const address = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(told)?.[0];
    if (address === undefined) continue;
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${command}: the page answered ${answer.status}`);
    process.kill(-server.pid, 'SIGINT');
    break;
  }
  const status = await ended;
  clearTimeout(limit);
  // npm ends with the signal that it was given.
  return /http:\/\/127/.test(told) && (status === 'SIGINT' || status === 130) ? 0 : status;
}
