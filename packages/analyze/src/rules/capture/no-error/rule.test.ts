import { signIn } from '../../../testing/auth-steps.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page, portal } from '../../../testing/names.ts';
import { noError } from './rule.ts';

const calls = ['me', 'users', 'groups', 'sites', 'rooms', 'phones', 'plans', 'notes', 'tags', 'news'].map(
  (path, id) => ({ url: `${api}/${path}`, body: { id } }),
);

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
  'quiet.sign-in-that-sends-the-browser-round': harOf([
    page,
    ...calls,
    ...Array.from({ length: 4 }, (): Step[] => [
      {
        url: `${portal}/start`,
        type: 'document',
        status: 302,
        mimeType: 'text/html',
        response: { location: `${signIn}?client_id=portal` },
      },
      {
        url: `${signIn}?client_id=portal`,
        type: 'document',
        status: 302,
        mimeType: 'text/html',
        response: { location: `${portal}/start` },
      },
    ]).flat(),
  ]),
});
