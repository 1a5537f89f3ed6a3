import { checkRule } from '../../../testing/check-rule.ts';
import { answeredWith, withheld, worked } from '../../../testing/cors-steps.ts';
import { harOf } from '../../../testing/har-of.ts';
import { page, portal } from '../../../testing/names.ts';
import { wildcardWithCredentials } from './rule.ts';

const { error: _, ...unmarked } = withheld;
const wildcard = { 'access-control-allow-origin': '*' };

checkRule(wildcardWithCredentials, import.meta.url, {
  'finds.wildcard-that-the-browser-refused': answeredWith(wildcard),
  'finds.cookie-beside-a-wildcard-without-the-browsers-word': harOf(
    [
      page,
      {
        ...unmarked,
        response: wildcard,
        request: { origin: portal, 'sec-fetch-mode': 'cors', cookie: 'masked' },
      },
    ],
    'Firefox',
  ),
  'quiet.answers-that-allow-the-page': worked,
  'quiet.wildcard-without-cookies': harOf(
    [page, { ...unmarked, response: wildcard, request: { origin: portal, 'sec-fetch-mode': 'cors' } }],
    'Firefox',
  ),
});
