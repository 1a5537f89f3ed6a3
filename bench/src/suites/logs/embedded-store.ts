import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { inMegabytes, known, table } from '../../measure/markdown-table.ts';
import { median } from '../../measure/median.ts';
import { loadFiles } from './load-files.ts';
import type { LogsPart } from './part.ts';
import { inFolder, runImport, runLookUps } from './run-steps.ts';
import { p99, sampledIds } from './sampled-ids.ts';

const GOALS = { peakBytes: 512 * 1024 * 1024, lookUpMs: 5, flowMs: 50 };
/** Twenty of them lie above the 99th percentile. */
const LOOK_UPS = 2000;

/** What people search logs with when there is no store. */
const RIVALS: readonly {
  readonly label: string;
  readonly command: string;
  readonly args: readonly string[];
}[] = [
  { label: 'grep -F', command: 'grep', args: ['-r', '-F', '-h'] },
  { label: 'ripgrep', command: 'rg', args: ['--no-config', '-F', '-I', '-N'] },
];

/** Import into the embedded store and searches in it, against searching the same files. */
export const embeddedStorePart: LogsPart = {
  name: 'store',
  summary: 'import into the embedded store, look-ups against grep and ripgrep',
  run: async ({ lines, rounds, seed, say }) => {
    const folder = await loadFiles(lines, seed);
    return inFolder(async (home) => {
      const file = path.join(home, 'logs.db');
      const store = `sqlite:${file}`;
      const imported = await runImport(store, folder);
      say(`import  ${(imported.ms / 1000).toFixed(1)} s, peak RSS ${inMegabytes(imported.peakRssBytes)}`);
      const again = await runImport(store, folder);
      say(`again  ${(again.ms / 1000).toFixed(1)} s, ${again.added} added`);
      const ids = sampledIds(folder, LOOK_UPS);
      const lookUps = [];
      for (let round = 0; round < rounds; round++) lookUps.push(await runLookUps(store, ids));
      const searches = RIVALS.map((rival) => ({ ...rival, ms: searchFiles(rival, folder, ids, rounds) }));
      const middleP99 = median(lookUps.map(({ ms }) => p99(ms)));
      const cpuP99 = median(lookUps.map(({ cpuMs }) => p99(cpuMs)));
      const flowP99 = median(lookUps.map(({ flowMs }) => p99(flowMs)));
      const middleP50 = median(lookUps.map(({ ms }) => median(ms)));
      const rows = [
        ['Harrier, a request from its id', known(middleP50, 2), known(middleP99, 2), '1'],
        [
          'the same, where nothing else took the core',
          known(median(lookUps.map(({ quietMs }) => median(quietMs))), 2),
          known(median(lookUps.map(({ quietMs }) => p99(quietMs))), 2),
          '',
        ],
        [
          'Harrier, its way through the services',
          known(median(lookUps.map(({ flowMs }) => median(flowMs))), 2),
          known(flowP99, 2),
          '',
        ],
        ...searches.map(({ label, ms }) => [
          label,
          known(median(ms), 0),
          known(p99(ms.toSorted((a, b) => a - b)), 0),
          known(median(ms) / middleP50, 0),
        ]),
      ];
      const empty = Math.max(...lookUps.map((one) => one.empty));
      return {
        title: 'The embedded store',
        lines: [
          `${lines} lines of the lab’s logs (${inMegabytes(imported.bytes)}) became ${imported.read} records, credentials blanked, in ${(imported.ms / 1000).toFixed(1)} s (${(imported.cpuMs / 1000).toFixed(1)} s of a core, ${Math.round(lines / (imported.cpuMs / 1000))} lines a second of it); the store has ${inMegabytes(statSync(file).size)}. ${ids.length} ids looked up in each of ${rounds} processes; files in the page cache. The first look-up of a process took ${median(lookUps.map(({ firstMs }) => firstMs)).toFixed(1)} ms.`,
          '',
          ...table(['Search', 'median ms', 'p99 ms', '× Harrier'], rows),
        ],
        goals: [
          {
            goal: 'import: peak RSS at most 512 MiB',
            measured: inMegabytes(imported.peakRssBytes),
            isMet: imported.peakRssBytes <= GOALS.peakBytes,
          },
          {
            goal: 'the same import again adds nothing',
            measured: `${again.added} added`,
            isMet: again.added === 0 && imported.added === imported.read,
          },
          {
            goal: `look-up: p99 at most ${GOALS.lookUpMs} ms`,
            measured: `${middleP99.toFixed(2)} ms (${cpuP99.toFixed(2)} ms of a core)`,
            isMet: middleP99 <= GOALS.lookUpMs,
          },
          {
            goal: `the flow of a request, looked up and built: p99 at most ${GOALS.flowMs} ms`,
            measured: `${flowP99.toFixed(2)} ms`,
            isMet: flowP99 <= GOALS.flowMs,
          },
          { goal: 'every sampled id is found', measured: `${empty} not found`, isMet: empty === 0 },
        ],
        raw: { imported, again, lookUps, searches },
      };
    });
  },
};

/** How long a search of all files for one id takes; empty where the program is not here. */
function searchFiles(
  { command, args }: (typeof RIVALS)[number],
  folder: string,
  ids: readonly string[],
  rounds: number,
): number[] {
  if (spawnSync(command, ['--version']).status !== 0) return [];
  return Array.from({ length: rounds * 2 }, (_, index) => {
    const start = performance.now();
    spawnSync(command, [...args, ids[index % ids.length]!, folder], {
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    return performance.now() - start;
  });
}
