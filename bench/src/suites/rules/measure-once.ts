import { readFileSync } from 'node:fs';
import { analyseCapture } from '@harrier/analyze';
import { openCapture } from '@harrier/har';
import { expectShortLife, fileSource } from '@harrier/har/node';

/** What one fresh process found out. */
export interface RulesMeasurement {
  readonly wallMs: number;
  /** Processor time of all of the process' threads: what a busy machine does not stretch. */
  readonly cpuMs: number;
  readonly entries: number;
  /** Of the analysis: what it found, and what its budget left closed. */
  readonly findings?: number;
  readonly leftClosed?: number;
}

/** `node measure-once.js rules|json-parse <file>` */
async function measureOnce(what: string | undefined, file: string | undefined): Promise<RulesMeasurement> {
  if (file === undefined) throw new Error('usage: measure-once rules|json-parse <file>');
  return what === 'json-parse' ? parse(file) : await findings(file);
}

/** The rival: a string that is already decoded. */
function parse(file: string): RulesMeasurement {
  const text = readFileSync(file, 'utf8');
  const stop = clock();
  const { log } = JSON.parse(text) as { log: { entries: unknown[] } };
  return { ...stop(), entries: log.entries.length };
}

/** Every rule over a capture whose index is there. */
async function findings(file: string): Promise<RulesMeasurement> {
  const capture = await openCapture(await fileSource(file));
  const stop = clock();
  const analysis = await analyseCapture(capture);
  return {
    ...stop(),
    entries: capture.index.length,
    findings: analysis.findings.length + analysis.lint.length,
    leftClosed: analysis.leftClosed,
  };
}

function clock(): () => Pick<RulesMeasurement, 'wallMs' | 'cpuMs'> {
  const start = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { wallMs: performance.now() - start, cpuMs: (user + system) / 1000 };
  };
}

// As the command line begins.
expectShortLife();
process.stdout.write(JSON.stringify(await measureOnce(process.argv[2], process.argv[3])));
