import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { table } from '../measure/markdown-table.ts';
import type { Suite } from './suite.ts';

// Seen from `bench/dist/suites`.
const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** What each suite is asked for, and the minutes after which it is stopped: about twice what it takes on two cores. */
const runs: readonly (readonly [minutes: number, ...words: string[]])[] = [
  [10, 'index'],
  [40, 'sanitize', '--sizes', '100,1000', '--rounds', '3'],
  [20, 'seal', '--sizes', '100,1000', '--rounds', '3'],
  [5, 'redaction'],
  [10, 'diagnosis'],
  [5, 'rules'],
  [5, 'compare'],
  [2, 'knowledge'],
  [30, 'logs'],
  [15, 'cases', '--rounds', '3'],
  [5, 'scale'],
  [10, 'record'],
  [20, 'browser'],
];

/** Every suite that measures, one after another, and the table of all goals. */
export const allSuite: Suite = {
  name: 'all',
  summary: `Runs ${runs.map(([, name]) => name).join(', ')}; an hour or two on a quiet machine. An hour of \`soak\` is asked for by itself.`,
  usage: [
    '[--only index,rules] [--markdown]',
    '--markdown writes every section of docs/benchmarks.md and the table of goals at its head',
  ],
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: { only: { type: 'string' }, markdown: { type: 'boolean', default: false } },
    });
    const only = values.only?.split(',');
    const rows: string[][] = [];
    for (const [minutes, name = '', ...rest] of runs) {
      if (only !== undefined && !only.includes(name)) continue;
      process.stderr.write(`\n— ${name}\n`);
      const beginMs = performance.now();
      const end = await runSuite([name, ...rest, ...(values.markdown ? ['--markdown'] : [])], minutes);
      rows.push([name, end, `${((performance.now() - beginMs) / 60_000).toFixed(1)} min`]);
    }
    process.stdout.write(`\n${table(['suite', 'ended', 'took'], rows).join('\n')}\n`);
    return rows.every(([, end]) => end === 'every goal met') ? 0 : 1;
  },
};

/** In a process of its own: a suite that fails, hangs or fills memory leaves the others alone. */
async function runSuite(words: readonly string[], minutes: number): Promise<string> {
  const child = spawn(process.execPath, [path.join(repository, 'scripts/run-room.mjs'), 'bench', ...words], {
    cwd: repository,
    stdio: 'inherit',
    timeout: minutes * 60_000,
    killSignal: 'SIGKILL',
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  if (signal !== null) return `stopped after ${minutes} min`;
  return code === 0 ? 'every goal met' : 'a goal missed, or failed';
}
