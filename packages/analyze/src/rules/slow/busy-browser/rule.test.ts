import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { busyBrowser } from './rule.ts';

const small = (index: number, receive: number): Step => ({
  url: `${api}/items/${index}`,
  atMs: 200 + index * 50,
  body: { id: index },
  timings: { blocked: 1, send: 0.2, wait: 20, receive },
});

checkRule(busyBrowser, import.meta.url, {
  'finds.small-answers-that-ended-together': harOf([page, small(1, 1150), small(2, 1100), small(3, 1050)]),
  'quiet.answers-that-ended-at-different-times': harOf([page, small(1, 1150), small(2, 700), small(3, 2050)]),
  'quiet.large-answers': harOf([
    page,
    ...[small(1, 1150), small(2, 1100), small(3, 1050)].map((step) => ({
      ...step,
      sizeBytes: 400_000,
      transferBytes: 400_300,
    })),
  ]),
});
