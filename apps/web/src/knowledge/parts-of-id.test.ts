import { parseTrackingId } from '@harrier/tracking';
import { expect, it } from 'vitest';
import { partsOfId } from './parts-of-id.ts';

const uuid = '4fd0efd2-9ab4-4d36-8e21-5f0a3b9c6d74';
const parts = (text: string) =>
  partsOfId(text, parseTrackingId(text)).map(({ text: part, topic }) => [
    part,
    topic.replace('tracking', ''),
  ]);

it.each([
  [
    `ATLAS_${uuid}_12`,
    [
      ['ATLAS_', '#0'],
      [uuid, '#1'],
      ['_12', '#2'],
    ],
  ],
  [
    `CPAPI_${uuid}_12_0_3+1`,
    [
      ['CPAPI_', '#0'],
      [uuid, '#1'],
      ['_12', '#2'],
      ['_0_3', '#3'],
      ['+1', '#4'],
    ],
  ],
  [
    `UserHub_${uuid}`,
    [
      ['UserHub_', '#0'],
      [uuid, '#1'],
    ],
  ],
])('takes %s apart, and loses nothing', (text, expected) => {
  expect(parts(text)).toEqual(expected);
  expect(
    parts(text)
      .map(([part]) => part)
      .join(''),
  ).toBe(text);
});

it('leaves whole what is no tracking id', () => {
  expect(parts('req-9f2')).toEqual([['req-9f2', '']]);
});
