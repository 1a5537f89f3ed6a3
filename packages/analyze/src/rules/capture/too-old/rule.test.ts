import { expect, it } from 'vitest';
import type { CaptureView } from '../../../findings/capture-view.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { page } from '../../../testing/names.ts';
import { tooOld } from './rule.ts';

const year = (text: string) => JSON.stringify(harOf([page])).replaceAll('2025-03-04', text);

checkRule(
  tooOld,
  import.meta.url,
  {
    'finds.capture-of-last-month': year('2025-02-10'),
    'quiet.capture-of-last-week': year('2025-03-04'),
    'quiet.clock-that-is-ahead': year('2025-04-20'),
  },
  { caseContext: { atEpochMs: Date.UTC(2025, 2, 12) } },
);

it('looks at the last of more requests than the arguments of a call may be', () => {
  const startEpochMs = new Float64Array(500_000).fill(Date.UTC(2025, 0, 1));
  startEpochMs[499_999] = Date.UTC(2025, 1, 1);
  const index = { length: startEpochMs.length, columns: { startEpochMs } };
  const view = { index, caseContext: { atEpochMs: Date.UTC(2025, 2, 12) } } as unknown as CaptureView;
  expect([...tooOld.detect(view)]).toMatchObject([{ facts: { recordedAt: '2025-02-01' } }]);
});
