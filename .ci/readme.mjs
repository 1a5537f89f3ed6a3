/** Runs every command of the README's `sh` blocks, so that none of them can go stale. */
import { spawnSync } from 'node:child_process';
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
  const { status } = spawnSync('bash', ['-c', command], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) {
    process.stderr.write(`README.md: "${command}" ended with ${status}\n`);
    process.exit(1);
  }
}
