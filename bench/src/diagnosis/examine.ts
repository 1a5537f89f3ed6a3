import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyseCapture, type Finding } from '@harrier/analyze';
import { openCapture } from '@harrier/har';
import { fileSource, nodeSpool } from '@harrier/har/node';
import type { TruthFile } from '@harrier/lab';
import { judge } from './judge.ts';
import { judgePhase, type PhaseVerdict } from './phase-error.ts';
import { type AnyFinding, predictionOf } from './predictions.ts';
import type { Judged, Told } from './score.ts';

/** Opens and analyses every capture below a folder of the lab, and judges what comes out by its truth. */
export async function* examineLab(root: string): AsyncGenerator<Judged> {
  for (const folder of readdirSync(root).sort()) yield* examineScenario(path.join(root, folder));
}

/** The same for the captures of one scenario. */
export async function* examineScenario(folder: string): AsyncGenerator<Judged> {
  const truth = readTruth(path.join(folder, 'truth.json'));
  if (truth === undefined) return;
  for (const capture of truth.captures) {
    const source = await fileSource(path.join(folder, capture.file));
    try {
      const opened = await openCapture(source, { spool: nodeSpool() });
      try {
        const { findings, lint, notObservable } = await analyseCapture(opened);
        const phases: PhaseVerdict[] = [];
        for (const phase of capture.phases)
          phases.push(judgePhase(await opened.openEntry(phase.entry), phase));
        yield {
          scenario: truth.scenario,
          dialect: capture.dialect,
          set: truth.set,
          verdict: judge(capture, findings.map(predicted), lint.map(predicted)),
          phases,
          told: findings.filter(({ severity }) => severity !== 'info').map(toldBy),
          notObservable: [
            ...notObservable.map(({ ruleId }) => ruleId),
            ...capture.expects.filter((one) => one.notObservable === true).map(({ finding }) => finding),
          ],
        };
      } finally {
        await opened.close();
      }
    } finally {
      await source.close?.();
    }
  }
}

const predicted = (finding: Finding) => predictionOf(finding as AnyFinding);

function toldBy({ ruleId, entries }: Finding): Told {
  return { ruleId, entries };
}

/** undefined for folders that hold no recording. */
function readTruth(file: string): TruthFile | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as TruthFile;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
