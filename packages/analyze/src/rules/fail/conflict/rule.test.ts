import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { conflict } from './rule.ts';

checkRule(conflict, import.meta.url, {
  'finds.extension-that-exists-as-a-warning': harOf([
    page,
    {
      url: `${api}/extensions`,
      method: 'POST',
      status: 409,
      trackingId: trackingId(3),
      body: { error: { key: 'conflict', message: 'Extension 4123 exists at this location.' } },
    },
  ]),
  'finds.change-of-something-that-changed-meanwhile': harOf([
    page,
    {
      url: `${api}/people/17`,
      method: 'PUT',
      status: 412,
      request: { 'if-match': '"v7"' },
      body: { message: 'The person was changed since.' },
    },
  ]),
  'finds.change-without-a-condition': harOf([
    page,
    { url: `${api}/people/17`, method: 'PUT', status: 428, body: '' },
  ]),
  'quiet.unchanged-since-it-was-read': harOf([
    page,
    { url: `${api}/people/17`, status: 304, request: { 'if-none-match': '"v7"' } },
  ]),
});
