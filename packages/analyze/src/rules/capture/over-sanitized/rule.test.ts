import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { overSanitized } from './rule.ts';

const users = (name: (user: number) => string, ids: (user: number) => string) =>
  harOf([
    page,
    ...[1, 2, 3, 4, 5].map((user) => ({
      url: `${api}/users/${user}`,
      trackingId: ids(user),
      body: { name: name(user), street: name(user), city: 'Springfield', role: 'User', title: name(user) },
    })),
  ]);

checkRule(overSanitized, import.meta.url, {
  'finds.answers-of-masks': users(() => '[REDACTED]', trackingId),
  'finds.tracking-ids-that-were-masked': users(
    (user) => `Person ${user}`,
    () => '***',
  ),
  'quiet.pseudonyms': users((user) => `Person ${user}`, trackingId),
  'quiet.one-masked-field': harOf([
    page,
    {
      url: `${api}/me`,
      body: { name: 'Robin', password: '********', places: Array(30).fill('Springfield') },
    },
  ]),
});
