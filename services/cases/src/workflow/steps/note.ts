import { type IntakeReport, tellIntake } from '@harrier/knowledge';
import { words } from '@harrier/knowledge/words';
import type { Bench } from '../bench.ts';
import { type Intake, intakeMark } from '../intake.ts';
import { end, needed, type StepResult } from '../step-result.ts';

/** Characters of the audit head in a note: 64 bits, enough that nobody finds another log with the same one. */
const HEAD_CHARS = 16;

/** Tells the case what was done. The audit head in it makes the case system a witness that the log was not cut later. */
export async function note(intake: Intake, bench: Bench): Promise<StepResult> {
  const connector = bench.connector(intake);
  const { caseRef } = intake.attachment;
  const key = intakeMark(intake.id);
  if (!(await connector.hasNote(caseRef, key))) {
    const text = await noteText(intake, bench);
    await bench.hold();
    await connector.note(caseRef, { key, text, visibility: 'public' });
  }
  const isGone = intake.facts.removal === 'removed' || intake.facts.removal === 'was-gone';
  return end(intake, isGone ? 'done' : 'original-present');
}

async function noteText(intake: Intake, bench: Bench): Promise<string> {
  const { facts, attachment } = intake;
  const { store, linkTo } = bench.workshop;
  const { seq, hash } = await store.auditHead();
  const link = linkTo?.(attachment.caseRef);
  const told: IntakeReport = {
    mark: intakeMark(intake.id),
    original: needed(facts.original),
    clean: needed(facts.clean),
    sealed: needed(facts.sealed),
    removal: needed(facts.removal),
    purge: facts.purge ?? { level: 'P0', residual: [] },
    auditHead: `${seq}/${hash.slice(0, HEAD_CHARS)}`,
    ...(link === undefined ? {} : { link }),
  };
  return tellIntake(told, words(await bench.connector(intake).language(attachment.caseRef)));
}
