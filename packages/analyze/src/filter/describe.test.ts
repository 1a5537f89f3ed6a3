import { describe, expect, it } from 'vitest';
import { describeFilter } from './describe.ts';
import { parseFilter } from './parse.ts';

const facts = (expression: string) => describeFilter(parseFilter(expression).ast);

describe('describeFilter', () => {
  it('says what a condition compares, in facts', () => {
    expect(facts('wait:>1s')).toMatchObject({ key: 'wait', kind: 'number', unit: 'ms', origin: 'harrier' });
    expect(facts('status:4xx,502')).toMatchObject({
      unit: 'status',
      ranges: [
        [400, 499],
        [502, 502],
      ],
    });
    expect(facts('domain:*.example.com')).toMatchObject({
      kind: 'text',
      how: 'any-of',
      value: '*.example.com',
    });
    expect(facts('header[etag]')).toMatchObject({ key: 'header', name: 'etag', how: 'present' });
    expect(facts('is:failed|auth')).toMatchObject({
      kind: 'mark',
      marks: ['failed', 'auth'],
      observable: true,
    });
    expect(facts('mixed-content:all')).toMatchObject({ observable: false });
  });

  it('keeps the shape of the expression and the place of each condition', () => {
    expect(facts('a -(b OR c)')).toMatchObject({
      type: 'and',
      parts: [
        { key: 'text', value: 'a', start: 0, end: 1 },
        {
          type: 'not',
          part: {
            type: 'or',
            parts: [
              { start: 4, end: 5 },
              { start: 9, end: 10 },
            ],
          },
        },
      ],
    });
  });
});
