import { otlpLogs } from '../otlp/write-otlp.ts';
import type { StoredRecord } from '../store/log-store.ts';
import { recordJson } from './record-json.ts';
import { momentText } from './time-window.ts';

/** `text` for people · `jsonl` a `RecordJson` a line · `otlp` one OTLP/JSON document of logs. */
export type ExportFormat = 'text' | 'jsonl' | 'otlp';

/** Writes records as they come; only OTLP holds some thousand of them back. */
export async function* exportRecords(
  records: AsyncIterable<StoredRecord>,
  format: ExportFormat,
): AsyncGenerator<string> {
  if (format === 'otlp') {
    yield* otlpLogs(records);
    return;
  }
  for await (const record of records)
    yield format === 'jsonl' ? `${JSON.stringify(recordJson(record))}\n` : `${recordText(record)}\n`;
}

/** A record as a log line: time, level, place, then the message with its other lines indented. */
export function recordText(record: StoredRecord): string {
  const { timeNs, level, source, region, service, file, host, ids, body } = record;
  const where = [source, region, service || file, host].filter((part) => part !== '').join('/');
  const head = [timeNs === undefined ? '-' : momentText(timeNs), (level ?? '-').toUpperCase(), where];
  // What the message says already is not said twice.
  const unsaid = ids.filter(({ text }) => !body.includes(text)).map(({ text }) => `[${text}]`);
  return [...head, ...unsaid, body.replaceAll('\n', '\n    ')].join(' ');
}
