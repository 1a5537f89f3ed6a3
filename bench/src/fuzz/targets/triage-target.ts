import { analyseCapture } from '@harrier/analyze';
import { HarReadError } from '@harrier/har';
import { reshapedJson } from '../mutate-json.ts';
import { repositoryFiles } from '../repository-files.ts';
import { BrokenLaw, type FuzzTarget } from '../target.ts';
import { opened } from './har-target.ts';
import { HAR_WORDS } from './har-words.ts';

/** Every rule and playbook over captures that no program writes. */
export const triageTarget: FuzzTarget = {
  name: 'triage',
  summary: 'no rule fails on any capture that opens',
  seeds: async () => [
    ...repositoryFiles('fixtures/corpus', /\.har$/, 24 * 1024),
    ...repositoryFiles('fixtures/lab', /\.har$/, 16 * 1024).slice(0, 60),
  ],
  words: HAR_WORDS,
  mostBytes: 32 * 1024,
  reshape: reshapedJson,
  async run(input) {
    const capture = await opened(input);
    if (capture instanceof HarReadError) return;
    const { ruleFailures } = await analyseCapture(capture);
    const [failure] = ruleFailures;
    if (failure !== undefined) throw new BrokenLaw(`a rule failed: ${JSON.stringify(failure)}`);
  },
};
