import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exactNumber, parseWithExactNumbers, restoreNumbers } from './exact-numbers.ts';

const again = (json: string) => restoreNumbers(JSON.stringify(parseWithExactNumbers(json)));

it.each([
  '{"_id":1234567890123456789}',
  '[12345678901234567890.5,-98765432109876543210]',
  '[1e999,-1e999]',
  '["1234567890123456789",true,false,null,1234567890123456789]',
  '{"a \\" 1234567890123456789":1234567890123456788}',
  '["\\u0000number as written 7\\u0000 1234567890123456"]',
  '["\\u0000number as written 7\\u0000"]',
  '["\\u0000number as written ]}\\u0000",1234567890123456789]',
])('writes %s as it was read', (json) => {
  expect(again(json)).toBe(json);
});

it('gives every number that a double holds as a number', () => {
  expect(parseWithExactNumbers('[0.30000000000000004,1234567890123456,1e3]')).toEqual([
    0.30000000000000004, 1234567890123456, 1000,
  ]);
  const [id] = parseWithExactNumbers('[1234567890123456789]') as [unknown];
  expect(exactNumber(id)).toBe('1234567890123456789');
  expect(exactNumber('7')).toBeUndefined();
});

it('changes nothing about any JSON', () => {
  fc.assert(
    fc.property(fc.json(), fc.bigInt(), (json, id) => {
      expect(again(JSON.stringify(JSON.parse(json)))).toBe(JSON.stringify(JSON.parse(json)));
      const withId = `[${JSON.stringify(JSON.parse(json))},${id}]`;
      expect(again(withId)).toBe(withId);
    }),
  );
});
