import { expose } from 'comlink';
import { Packer } from '../escalate/packer/packer.ts';
import { Analyst } from './analyst/analyst.ts';
import { CaptureEngine } from './capture-engine.ts';

/**
 * All threads of the page in one script, for the file that is opened from the disk: they share most of their code, which would
 * stand in it once for each. A worker's name says which one it is, by the file that it is elsewhere.
 */
const threads: Readonly<Record<string, () => object>> = {
  'engine-worker': () => new CaptureEngine(),
  'analyst-worker': () => new Analyst(),
  'packer-worker': () => new Packer(),
};

const thread = threads[self.name];
if (thread === undefined) throw new Error(`There is no thread of the name ${self.name}.`);
expose(thread());
