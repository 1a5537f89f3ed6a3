import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { weakEtagRange } from './rule.ts';

const answer = (response: Readonly<Record<string, string>>, more: Partial<Step> = {}): Step => ({
  url: `${api}/numbers`,
  body: { numbers: [] },
  response,
  ...more,
});

checkRule(weakEtagRange, import.meta.url, {
  'finds.part-with-a-weak-tag': harOf([
    page,
    answer({ etag: 'W/"greeting-4"', 'content-range': 'bytes 64-127/640' }, { status: 206 }),
  ]),
  'quiet.part-with-a-strong-tag': harOf([
    page,
    answer({ etag: '"greeting-4"', 'content-range': 'bytes 64-127/640' }, { status: 206 }),
  ]),
  'quiet.whole-answer-with-a-weak-tag': harOf([
    page,
    answer({ etag: 'W/"greeting-4"', 'accept-ranges': 'bytes' }),
  ]),
});
