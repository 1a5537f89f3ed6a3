import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { cookieAttributes } from './rule.ts';

const answer = (response: Readonly<Record<string, string>>, more: Partial<Step> = {}): Step => ({
  url: `${api}/numbers`,
  body: { numbers: [] },
  response,
  ...more,
});

checkRule(cookieAttributes, import.meta.url, {
  'finds.date-and-place-that-nobody-knows': harOf([
    page,
    answer({ 'set-cookie': 'theme=dark; Expires=tomorrow; Path=settings' }),
  ]),
  'finds.same-site-that-nobody-knows': harOf([
    page,
    answer({ 'set-cookie': 'theme=dark; SameSite=Sometimes' }),
  ]),
  'finds.session-that-scripts-can-read': harOf([page, answer({ 'set-cookie': 'session=7; Path=/; Secure' })]),
  'finds.session-that-may-travel-in-the-clear': harOf([
    page,
    answer({ 'set-cookie': 'session=7; Path=/; HttpOnly' }),
  ]),
  'quiet.well-kept-session': harOf([
    page,
    answer({ 'set-cookie': 'session=7; Path=/; Secure; HttpOnly; SameSite=Lax' }),
  ]),
  'quiet.preference-without-attributes': harOf([page, answer({ 'set-cookie': 'theme=dark' })]),
  'quiet.old-spelling-of-a-date': harOf([
    page,
    answer({ 'set-cookie': 'theme=dark; Expires=Wed, 04-Mar-2026 09:30:00 GMT' }),
  ]),
  'quiet.session-that-is-taken-away': harOf([page, answer({ 'set-cookie': 'session=; Max-Age=0; Path=/' })]),
  'quiet.csrf-token-that-scripts-need': harOf([
    page,
    answer({ 'set-cookie': 'csrf-token=7; Path=/; Secure' }),
  ]),
});
