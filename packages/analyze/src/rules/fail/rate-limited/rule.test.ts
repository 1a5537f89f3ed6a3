import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { rateLimited } from './rule.ts';

const search = { url: `${api}/search?q=robin`, status: 429 };

checkRule(rateLimited, import.meta.url, {
  'finds.limit-and-time-to-wait': harOf([
    page,
    {
      ...search,
      trackingId: trackingId(3),
      response: { 'retry-after': '30', 'ratelimit-limit': '10', 'ratelimit-remaining': '0' },
      body: { message: 'Too many requests' },
    },
  ]),
  'finds.client-that-does-not-wait': harOf([
    page,
    { ...search, atMs: 1000, response: { 'retry-after': '5' }, body: '' },
    { ...search, atMs: 2000, response: { 'retry-after': '5' }, body: '' },
  ]),
  'finds.time-to-wait-as-a-date': harOf([
    page,
    {
      ...search,
      response: { date: 'Tue, 04 Mar 2025 09:30:00 GMT', 'retry-after': 'Tue, 04 Mar 2025 09:31:00 GMT' },
      body: '',
    },
  ]),
  'finds.refusal-that-waiting-healed-as-information': harOf([
    page,
    { ...search, atMs: 1000, response: { 'retry-after': '2' }, body: '' },
    { url: search.url, atMs: 4000, body: { people: [] } },
  ]),
  'finds.refusal-with-403-whose-words-say-so': harOf([
    page,
    {
      ...search,
      status: 403,
      response: { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0' },
      body: { message: 'API rate limit exceeded for user 17.' },
    },
  ]),
  'finds.store-that-asks-to-slow-down': harOf([
    page,
    {
      ...search,
      status: 503,
      mimeType: 'application/xml',
      body: '<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>',
    },
  ]),
  'quiet.settings-of-a-limit': harOf([
    page,
    { ...search, status: 403, body: { message: 'You may not change the rate limits of this tenant.' } },
    { ...search, status: 400, body: { message: 'throttlePerMinute must be a number' } },
  ]),
  'quiet.room-that-is-used-up': harOf([
    page,
    { ...search, status: 403, body: { message: 'The storage quota exceeded: delete some recordings.' } },
  ]),
  'quiet.other-refusals': harOf([
    page,
    { ...search, status: 404, body: '' },
    { ...search, status: 503, body: '' },
  ]),
});
