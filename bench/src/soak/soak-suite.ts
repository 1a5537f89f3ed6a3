import { parseArgs } from 'node:util';
import { keepFigures } from '../goals/keep-figures.ts';
import { replaceSection } from '../measure/markdown-section.ts';
import { benchmarksDocument, keepResults } from '../measure/results-file.ts';
import { numberOf, type Suite } from '../suites/suite.ts';
import { soak } from './soak.ts';
import { soakFigures, soakLines } from './soak-report.ts';

/** An hour of what a server of cases goes through, killed again and again for the first half of it. */
export const soakSuite: Suite = {
  name: 'soak',
  summary:
    'Lets visitors upload captures, hand in logs and search at a server with two workers; half the time with random kills, half without, for the memory. Then looks for what was lost.',
  usage: [
    '[--minutes 60] [--visitors 4] [--kill-every 10] [--database postgres://…] [--seed n] [--markdown]',
    '--kill-every: seconds between two kills on average.',
  ],
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        minutes: { type: 'string', default: '60' },
        visitors: { type: 'string', default: '4' },
        'kill-every': { type: 'string', default: '10' },
        database: { type: 'string' },
        seed: { type: 'string' },
        markdown: { type: 'boolean', default: false },
      },
    });
    const seed = values.seed === undefined ? Date.now() % 2 ** 31 : numberOf('--seed', values.seed);
    const facts = await soak({
      minutes: numberOf('--minutes', values.minutes),
      visitors: numberOf('--visitors', values.visitors),
      killEverySeconds: numberOf('--kill-every', values['kill-every']),
      seed,
      ...(values.database === undefined ? {} : { database: values.database }),
      say: (line) => process.stderr.write(`${line}\n`),
    });
    const [lines, figures] = [soakLines(facts), soakFigures(facts)];
    process.stdout.write(`${lines.join('\n')}\n`);
    keepResults('soak', { ...facts, memory: [...facts.memory] } as { startedAt: string });
    if (values.markdown) {
      replaceSection(benchmarksDocument, 'soak', [
        '## A server that is killed again and again',
        '',
        ...lines,
      ]);
      keepFigures('soak', facts, figures);
    }
    return figures.every(({ isMet }) => isMet) ? 0 : 1;
  },
};
