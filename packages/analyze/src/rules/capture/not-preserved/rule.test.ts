import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, portal } from '../../../testing/names.ts';
import { notPreserved } from './rule.ts';

const led = { ...page, request: { referer: `${portal}/start` } };
const calls = (status: number) =>
  [1, 2, 3, 4].map((user) => ({ url: `${api}/users/${user}`, status, body: { message: 'text' } }));

checkRule(notPreserved, import.meta.url, {
  'finds.page-that-another-page-led-to': harOf([led, ...calls(200)]),
  'quiet.page-that-was-opened-anew': harOf([page, ...calls(200)]),
  'quiet.page-that-another-host-led-to': harOf([
    { ...page, request: { referer: 'https://login.example.net/' } },
    ...calls(200),
  ]),
  'quiet.failure-that-was-captured': harOf([led, ...calls(500)]),
});
