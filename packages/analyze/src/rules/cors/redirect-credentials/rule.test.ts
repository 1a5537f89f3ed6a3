import { checkRule } from '../../../testing/check-rule.ts';
import { answeredWith, leave, withheld, worked } from '../../../testing/cors-steps.ts';
import { harOf } from '../../../testing/har-of.ts';
import { page, portal } from '../../../testing/names.ts';
import { redirectCredentials } from './rule.ts';

const withPassword = { ...leave, location: 'https://user:masked@files.example.test/x' };
const { error: _, ...unmarked } = withheld;

checkRule(redirectCredentials, import.meta.url, {
  'finds.password-in-the-address': answeredWith(withPassword, { status: 302 }),
  'finds.the-same-without-the-browsers-word': harOf(
    [
      page,
      {
        ...unmarked,
        status: 302,
        response: withPassword,
        request: { origin: portal, 'sec-fetch-mode': 'cors' },
      },
    ],
    'Fiddler',
  ),
  'quiet.redirect-without-a-password': answeredWith(
    { ...leave, location: 'https://files.example.test/x' },
    { status: 302 },
  ),
  'quiet.answers-that-allow-the-page': worked,
});
