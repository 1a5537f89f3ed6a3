import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { contentWith204 } from './rule.ts';

const answer = (response: Readonly<Record<string, string>>, more: Partial<Step> = {}): Step => ({
  url: `${api}/numbers`,
  body: { numbers: [] },
  response,
  ...more,
});

checkRule(contentWith204, import.meta.url, {
  'finds.nothing-with-a-length': harOf([page, answer({ 'content-length': '17' }, { status: 204 })]),
  'quiet.nothing': harOf([page, answer({}, { status: 204, body: undefined })]),
  'quiet.nothing-with-length-zero': harOf([
    page,
    answer({ 'content-length': '0' }, { status: 204, body: undefined }),
  ]),
  'quiet.not-modified-with-a-length': harOf([
    page,
    answer({ 'content-length': '17' }, { status: 304, body: undefined }),
  ]),
});
