import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { startedLate } from './rule.ts';

const calls = [1, 2, 3, 4, 5].map((user) => ({ url: `${api}/users/${user}`, body: { id: user } }));

checkRule(startedLate, import.meta.url, {
  'finds.requests-without-their-page': harOf(calls),
  'finds.requests-without-their-page-as-information-where-one-failed': harOf([
    ...calls,
    { url: `${api}/users/6`, status: 500, body: { message: 'Something broke' } },
  ]),
  'quiet.page-with-its-requests': harOf([page, ...calls]),
  'quiet.exporter-that-does-not-say-what-a-request-is-for': harOf(
    calls.map((step) => ({ ...step, type: '' })),
  ),
  'quiet.two-requests': harOf(calls.slice(0, 2)),
});
