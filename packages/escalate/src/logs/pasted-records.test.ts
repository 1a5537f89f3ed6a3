import { expect, it } from 'vitest';
import { EscalateError } from '../escalate-error.ts';
import { errorRecord, TRACKING_ID } from '../testing/case-of.ts';
import { readPastedRecords } from './pasted-records.ts';

it('takes the output of a search as it is', () => {
  expect(readPastedRecords(JSON.stringify([errorRecord]))).toEqual([errorRecord]);
});

it('takes lines of a log, with their ids, level and time, and a stack trace with its line', () => {
  const records = readPastedRecords(
    [
      `2026-01-15 10:30:02,300 +0100 ERROR [${TRACKING_ID}] switch: no answer`,
      '  at Switch.ask(Switch.java:41)',
      'Caused by: java.net.SocketTimeoutException',
      `[2026-01-15T09:30:03] INFO ${TRACKING_ID}_0 over`,
      '',
    ].join('\n'),
  );
  expect(records.map(({ time, level, ids }) => ({ time, level, ids }))).toEqual([
    { time: '2026-01-15T09:30:02.300Z', level: 'error', ids: [TRACKING_ID] },
    // Without a zone it is known of no moment.
    { time: null, level: 'info', ids: [`${TRACKING_ID}_0`] },
  ]);
  expect(records[0]?.text.split('\n')).toHaveLength(3);
});

it('says where JSON is broken, instead of taking it for a log', () => {
  expect(() => readPastedRecords('[{"text": "x", "ids": []},')).toThrow(EscalateError);
});
