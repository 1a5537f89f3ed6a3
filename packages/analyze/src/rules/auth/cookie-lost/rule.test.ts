import { refused, works } from '../../../testing/auth-steps.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { cookieLost } from './rule.ts';

const session = { cookie: 'session=masked; theme=dark' };
const sent: Step = { ...works, request: session };
const without: Step = { ...refused, request: { cookie: 'theme=dark' } };

checkRule(cookieLost, import.meta.url, {
  'finds.session-that-earlier-requests-carried': harOf([page, sent, without]),
  'quiet.sign-out-in-between': harOf([
    page,
    sent,
    { url: `${api}/logout`, method: 'POST', status: 204 },
    without,
  ]),
  'quiet.cookie-that-the-service-took-away': harOf([
    page,
    sent,
    { ...sent, response: { 'set-cookie': 'session=; Max-Age=0' } },
    without,
  ]),
  'quiet.cookie-that-is-still-there': harOf([page, sent, { ...refused, request: session }]),
  'quiet.other-cookie-that-is-gone': harOf([
    page,
    { ...works, request: { cookie: 'theme=dark; shown=1' } },
    without,
  ]),
  'quiet.cookie-of-another-path': harOf([
    page,
    { ...sent, url: 'https://api.example.test/admin/me' },
    without,
  ]),
});
