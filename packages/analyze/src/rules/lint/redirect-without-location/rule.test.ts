import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { redirectWithoutLocation } from './rule.ts';

const answer = (response: Readonly<Record<string, string>>, more: Partial<Step> = {}): Step => ({
  url: `${api}/numbers`,
  body: { numbers: [] },
  response,
  ...more,
});

checkRule(redirectWithoutLocation, import.meta.url, {
  'finds.redirect-to-nowhere': harOf([page, answer({}, { status: 302, mimeType: 'x-unknown' })]),
  'quiet.redirect': harOf([
    page,
    answer({ location: '/v2/numbers' }, { status: 302, mimeType: 'x-unknown' }),
  ]),
  'quiet.not-modified': harOf([page, answer({}, { status: 304, request: { 'if-none-match': '"1"' } })]),
});
