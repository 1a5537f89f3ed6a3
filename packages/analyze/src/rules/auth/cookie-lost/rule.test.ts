import { refused, works } from '../../../testing/auth-steps.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { cookieLost } from './rule.ts';

const session = { cookie: 'session=masked; theme=dark' };
const sent: Step = { ...works, request: session };
const without: Step = { ...refused, request: { cookie: 'theme=dark' } };

const signIn = (cookie: string): Step => ({
  url: `${api}/sign-in`,
  method: 'POST',
  body: { ok: true },
  response: { 'set-cookie': cookie },
});

checkRule(cookieLost, import.meta.url, {
  'finds.session-that-earlier-requests-carried': harOf([page, sent, without]),
  'quiet.sign-out-in-between': harOf([
    page,
    sent,
    { url: `${api}/logout`, method: 'POST', status: 204 },
    without,
  ]),
  'finds.cookie-that-another-answer-took-away': harOf([
    page,
    sent,
    { ...sent, response: { 'set-cookie': 'session=; Max-Age=0' } },
    without,
  ]),
  'finds.cookie-that-ended-before-it-began': harOf([
    page,
    signIn('session=masked; Path=/; Expires=Mon, 03 Mar 2025 09:30:00 GMT'),
    refused,
  ]),
  'finds.cookie-for-another-path': harOf([page, signIn('session=masked; Path=/v1/sign-in'), refused]),
  'finds.secure-cookie-over-http': harOf([
    page,
    { ...signIn('session=masked; Path=/; Secure'), url: 'http://api.example.test/v1/sign-in' },
    { ...refused, url: 'http://api.example.test/v1/users' },
  ]),
  'quiet.refusal-that-took-the-cookie-away': harOf([
    page,
    sent,
    { ...refused, request: session, response: { 'set-cookie': 'session=; Max-Age=0' } },
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
