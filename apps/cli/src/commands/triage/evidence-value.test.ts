import { expect, it } from 'vitest';
import { maskCredentials } from '../../masking/mask.ts';
import { evidenceValue } from './evidence-value.ts';

const mask = maskCredentials((characters) => `<${characters}>`);
const entry = {
  request: {
    url: 'https://example.com/a?token=abcdef',
    headers: [
      { name: 'Authorization', value: 'Bearer abcdef' },
      { name: 'TrackingID', value: 'ATLAS_1' },
    ],
  },
  response: {
    status: 502,
    content: { text: '{"message":"400: no","access_token":"abcdef","errors":[{"a/b":"deep"}]}' },
    _error: ` two\n lines ${'x'.repeat(200)}`,
  },
};

it.each([
  ['/response/status', undefined, '502'],
  ['/request/headers/1/value', undefined, 'ATLAS_1'],
  ['/request/headers/0/value', undefined, 'Bearer <6>'],
  ['/request/url', undefined, 'https://example.com/a?token=<6>'],
  ['/response/content/text', '/message', '400: no'],
  ['/response/content/text', '/access_token', '<6>'],
  ['/response/content/text', '/errors/0/a~1b', 'deep'],
  ['/response/_error', undefined, `two lines ${'x'.repeat(109)}…`],
  ['/response', undefined, undefined],
  ['/response/nothing/there', undefined, undefined],
  ['/response/constructor', undefined, undefined],
  ['/response/status', '/message', undefined],
])('reads %s %s', (pointer, bodyPointer, value) => {
  expect(evidenceValue(entry, { pointer, ...(bodyPointer === undefined ? {} : { bodyPointer }) }, mask)).toBe(
    value,
  );
});
