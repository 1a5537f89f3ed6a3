import { Bench, LEASE_MS } from './bench.ts';
import type { Workshop } from './context.ts';
import type { Intake } from './intake.ts';
import { type ClaimedIntake, type IntakeChange, LeaseLost } from './intake-store.ts';
import { IntakeTrouble, mostAttempts, retryAfterOf, retryDelayMs, troubleCodeOf } from './intake-trouble.ts';
import type { Step } from './step.ts';
import { type RunStep, stepTable } from './step-table.ts';

export interface WorkOptions {
  /** Told of every change that was written down. */
  readonly onChange?: (intake: Intake, change: IntakeChange) => void;
  /** Told of errors that nobody expected, for the process's log; they must not be printed with captured text. */
  readonly onFault?: (error: unknown, intake: Intake) => void;
  /** Stops between two steps; what is left is taken up later. */
  readonly signal?: AbortSignal;
  /** Called around each claim with the way to keep it alive; see `keepLease`. */
  readonly whileHeld?: (renew: () => Promise<void>) => { stop(): void };
  /** Errors with which the process goes down: nothing is written down any more. */
  readonly isFatal?: (error: unknown) => boolean;
  /** In place of the usual ones. */
  readonly steps?: Readonly<Record<Step, RunStep>>;
}

/** More claims of one step than this without a result: it ends the process each time. */
const MOST_CLAIMS = 12;

/** Takes the next intake that is due and works on it until it ends or has to wait. Gives false where none was due. */
export async function workOnNext(workshop: Workshop, options: WorkOptions = {}): Promise<boolean> {
  const claimed = await workshop.store.claim(workshop.clock(), LEASE_MS);
  if (claimed === undefined) return false;
  const bench = new Bench(workshop, claimed.lease);
  const held = options.whileHeld?.(async () => await bench.hold());
  try {
    await workThrough(claimed, bench, options);
  } catch (error) {
    // Somebody else goes on with it.
    if (!(error instanceof LeaseLost)) throw error;
  } finally {
    held?.stop();
    await bench.close();
  }
  return true;
}

async function workThrough(claimed: ClaimedIntake, bench: Bench, options: WorkOptions): Promise<void> {
  const { workshop, lease } = bench;
  let { intake, attempts } = claimed;
  while (options.signal?.aborted !== true) {
    const change = await runStep(intake, attempts, bench, options);
    intake = await workshop.store.commit(lease, change, workshop.clock());
    options.onChange?.(intake, change);
    if (change.kind !== 'advance') return;
    attempts = 1;
  }
}

async function runStep(
  intake: Intake,
  attempts: number,
  bench: Bench,
  options: WorkOptions,
): Promise<IntakeChange> {
  const { clock } = bench.workshop;
  try {
    if (attempts > MOST_CLAIMS) throw new IntakeTrouble('intake/internal', 'the step never came to an end');
    return await (options.steps ?? stepTable)[intake.step](intake, bench);
  } catch (error) {
    if (error instanceof LeaseLost || options.isFatal?.(error) === true) throw error;
    const code = troubleCodeOf(error);
    if (code === 'intake/internal') options.onFault?.(error, intake);
    const trouble = { code, step: intake.step, atMs: clock(), attempts };
    if (attempts >= mostAttempts(code)) return { kind: 'stuck', trouble };
    const spread = Number.parseInt(intake.id.slice(0, 2), 16) / 255;
    return { kind: 'again', trouble, runAtMs: clock() + retryDelayMs(attempts, spread, retryAfterOf(error)) };
  }
}
