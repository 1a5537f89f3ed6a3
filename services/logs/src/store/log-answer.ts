import type { LogAnswer, PartialNote, StoredRecord } from './log-store.ts';

/** An answer that nothing can be missing from. */
export function wholeAnswer(records: AsyncIterable<StoredRecord>): LogAnswer {
  return { records, partial: [] };
}

/** Reads an answer to its end. For few records: all of them are held at once. */
export async function readWhole(
  answer: LogAnswer,
): Promise<{ records: StoredRecord[]; partial: readonly PartialNote[] }> {
  const records: StoredRecord[] = [];
  for await (const record of answer.records) records.push(record);
  return { records, partial: answer.partial };
}
