import { expect, it } from 'vitest';
import type { RemoteAttachment } from '../connectors/case-connector.ts';
import { faultsOf, lossFaults } from '../testing/case-invariants.ts';
import { lightOriginal, lightWorkshop } from '../testing/light-workshop.ts';
import { type MemoryCaseSystem, memoryCaseSystem, sha256 } from '../testing/memory-case-system.ts';
import { type Bench, LEASE_MS } from './bench.ts';
import type { Intake } from './intake.ts';
import { type Step, steps } from './step.ts';
import type { StepResult } from './step-result.ts';
import { type RunStep, stepTable } from './step-table.ts';
import { workOnNext } from './work-on-next.ts';

class Crash extends Error {}

const isFatal = (error: unknown): boolean => error instanceof Crash;
const originalSha256 = sha256(lightOriginal);

/** 0: none; 1: before the step did anything; 2: behind its effect, before it was written down. */
type CrashPoint = 0 | 1 | 2;

/** Steps of which each crashes once where its schedule says so. */
function crashing(schedule: readonly CrashPoint[]): Readonly<Record<Step, RunStep>> {
  const left = new Map(steps.map((step, at) => [step, schedule[at] ?? 0]));
  const crashingStep =
    (step: Step): RunStep =>
    async (intake, bench) => {
      const point = left.get(step);
      left.set(step, 0);
      if (point === 1) throw new Crash();
      const result = await stepTable[step](intake, bench);
      if (point === 2) throw new Crash();
      return result;
    };
  return Object.fromEntries(steps.map((step) => [step, crashingStep(step)])) as Record<Step, RunStep>;
}

async function runToEnd(
  system: MemoryCaseSystem,
  original: RemoteAttachment,
  run: Readonly<Record<Step, RunStep>>,
): Promise<readonly string[]> {
  const workshop = lightWorkshop(system);
  const faults: string[] = [];
  const { id } = await workshop.store.announce(system, original, workshop.clock());
  for (let claims = 0; (await workshop.store.get(id))?.state === 'running'; claims++) {
    if (claims > 100) return ['it never ends'];
    try {
      await workOnNext(workshop, { steps: run, isFatal });
    } catch (error) {
      if (!isFatal(error)) throw error;
    }
    faults.push(...lossFaults(system, original, originalSha256));
    // The lease of a dead worker runs out.
    workshop.passTime(LEASE_MS + 1);
  }
  const state = (await workshop.store.get(id))?.state;
  return [
    ...faults,
    ...(state === 'done' ? [] : [`it ended ${state}`]),
    ...faultsOf(system, original, originalSha256),
  ];
}

it('keeps one clean file, one sealed file and one note, and loses nothing, in all 19683 crash schedules', async () => {
  const broken: string[] = [];
  let schedules = 0;
  for (let number = 0; number < 3 ** steps.length; number++) {
    const schedule = steps.map((_, at) => (Math.floor(number / 3 ** at) % 3) as CrashPoint);
    const system = memoryCaseSystem();
    const original = system.attach('7', 'trace.har', lightOriginal);
    const faults = await runToEnd(system, original, crashing(schedule));
    schedules++;
    if (faults.length > 0) broken.push(`${schedule.join('')}: ${faults.join(', ')}`);
  }
  expect(broken).toEqual([]);
  expect(schedules).toBe(19_683);
}, 600_000);

it('keeps the same wherever between two calls of the case system the process ends, twice in a run', async () => {
  const calm = memoryCaseSystem();
  await runToEnd(calm, calm.attach('7', 'trace.har', lightOriginal), stepTable);
  const points = calm.calls.length * 2;
  const broken: string[] = [];
  for (let first = 0; first < points; first++)
    for (let second = first; second < points + 10; second++) {
      let moment = 0;
      const pass = () => {
        const now = moment++;
        if (now === first || now === second) throw new Crash();
      };
      const system = memoryCaseSystem({ before: pass, after: pass });
      const original = system.attach('7', 'trace.har', lightOriginal);
      const faults = await runToEnd(system, original, stepTable);
      if (faults.length > 0) broken.push(`${first}, ${second}: ${faults.join(', ')}`);
    }
  expect(broken).toEqual([]);
  expect(points).toBeGreaterThan(20);
});

it.each([
  ['the read-back of the sealed copy', 'verify-sealed'],
  ['the re-reading before the deletion', 'delete-original'],
] as const)('would not hold without %s', async (_what, step) => {
  // A guard that could be taken out unnoticed is none: here it is, and the suite has to see it.
  const careless: Readonly<Record<Step, RunStep>> = {
    ...stepTable,
    [step]: async (intake: Intake, bench: Bench): Promise<StepResult> => {
      if (step === 'delete-original') {
        await bench.connector(intake).remove(intake.attachment, '');
        return { kind: 'advance', step: 'probe-deletion', facts: { ...intake.facts, removal: 'removed' } };
      }
      const sealed = intake.facts.sealed;
      if (sealed === undefined) throw new Error('not sealed');
      return {
        kind: 'advance',
        step: 'delete-original',
        facts: { ...intake.facts, sealed: { ...sealed, verifiedMs: 1 } },
      };
    },
  };
  const system = memoryCaseSystem({
    corrupt: (file, bytes) =>
      step === 'verify-sealed' && file.name.endsWith('.pgp') ? bytes.map((byte) => byte ^ 1) : bytes,
    before: (method) => {
      if (step === 'delete-original' && method === 'remove') system.replace('1', new Uint8Array([1]));
    },
  });
  const original = system.attach('7', 'trace.har', lightOriginal);
  if (step === 'verify-sealed') {
    expect(await runToEnd(system, original, careless)).toContain(
      'both the original and its sealed copy are gone',
    );
  } else {
    // Another file stood in the original's place and went with it.
    await runToEnd(system, original, careless);
    expect(system.files.has('1')).toBe(false);
  }
});
