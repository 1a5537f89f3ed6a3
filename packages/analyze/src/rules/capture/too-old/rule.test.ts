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
