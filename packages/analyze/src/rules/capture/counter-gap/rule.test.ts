import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { counterGap } from './rule.ts';

const calls = (...counters: number[]) =>
  harOf([
    page,
    ...counters.map((counter) => ({
      url: `${api}/users/${counter}`,
      trackingId: trackingId(counter),
      body: { id: counter },
    })),
  ]);

checkRule(counterGap, import.meta.url, {
  'finds.number-that-no-request-has': calls(0, 1, 2, 3, 5),
  'quiet.every-number': calls(0, 1, 3, 2, 4),
  'quiet.two-ids': calls(1, 9),
  'quiet.session-that-began-before': calls(40, 41, 42),
});
