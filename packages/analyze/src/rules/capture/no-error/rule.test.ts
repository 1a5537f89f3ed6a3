import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { noError } from './rule.ts';

const calls = Array.from({ length: 10 }, (_, user) => ({ url: `${api}/users/${user}`, body: { id: user } }));

checkRule(noError, import.meta.url, {
  'finds.nothing-that-failed-or-was-slow': harOf([page, ...calls]),
  'quiet.failure': harOf([
    page,
    ...calls,
    { url: `${api}/x`, status: 500, body: { message: 'Something broke' } },
  ]),
  'quiet.slow-request': harOf([
    page,
    ...calls,
    { url: `${api}/x`, body: {}, timings: { send: 1, wait: 2400, receive: 1 } },
  ]),
  'quiet.few-requests': harOf([page]),
});
