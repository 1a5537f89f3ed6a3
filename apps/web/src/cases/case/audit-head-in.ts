import type { CaseNote } from './support-case.ts';

/** `18231/9f3c…`: the number of an audit entry and the beginning of its hash, as the automation's note prints them. */
const HEAD = /\b\d{1,12}\/[0-9a-f]{16}\b/;

/** The audit head in the automation's note about the intake with this mark. */
export function auditHeadIn(notes: readonly CaseNote[], mark: string): string | undefined {
  const note = notes.find(({ author, text }) => author === 'worker' && text.includes(mark));
  return note === undefined ? undefined : HEAD.exec(note.text)?.[0];
}
