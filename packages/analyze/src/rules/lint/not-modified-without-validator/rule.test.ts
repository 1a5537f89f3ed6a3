import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { notModifiedWithoutValidator } from './rule.ts';

const answer = (response: Readonly<Record<string, string>>, more: Partial<Step> = {}): Step => ({
  url: `${api}/numbers`,
  body: { numbers: [] },
  response,
  ...more,
});

checkRule(notModifiedWithoutValidator, import.meta.url, {
  'finds.not-changed-since-when': harOf([
    page,
    answer(
      {},
      {
        status: 304,
        body: undefined,
        request: {
          'sec-fetch-mode': 'cors',
          'sec-fetch-site': 'same-site',
          'sec-fetch-dest': 'empty',
          referer: 'https://portal.example.test/',
          'accept-encoding': 'gzip',
        },
      },
    ),
  ]),
  'quiet.conditional-request': harOf([
    page,
    answer(
      {},
      {
        status: 304,
        body: undefined,
        request: {
          'sec-fetch-mode': 'cors',
          'sec-fetch-site': 'same-site',
          'sec-fetch-dest': 'empty',
          referer: 'https://portal.example.test/',
          'accept-encoding': 'gzip',
          'if-none-match': '"7"',
        },
      },
    ),
  ]),
  'quiet.request-with-provisional-fields': harOf([page, answer({}, { status: 304, body: undefined })]),
});
