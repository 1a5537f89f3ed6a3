import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLinearRegex, MAX_REGEX_TEXT } from './linear-regex.ts';

const matches = (source: string, text: string) => compileLinearRegex(source)!.test(text);

describe('compileLinearRegex', () => {
  it.each([
    ['users/[0-9a-f-]{36}', 'GET /users/7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74', true],
    ['^api', 'www.example.com/api', false],
    ['\\.(?:png|jpe?g)$', 'example.com/a.JPG', true],
    ['(?<id>\\d+)', 'abc', false],
    ['a{2,3}b', 'caab', true],
    ['a{2}b', 'cab', false],
    ['a{,2}', 'a{,2}', true],
    ['\\bcat\\b', 'a cat sat', true],
    ['\\bcat\\b', 'concatenate', false],
    ['ä', 'Ä', true],
    ['', 'anything', true],
  ])('/%s/ on %s', (source, text, expected) => {
    expect(compileLinearRegex(source)?.test(text)).toBe(expected);
  });

  it.each([
    '(?=a)',
    '(?<!a)b',
    '(a)\\1',
    '[',
    'a{1000}',
    '(?:a{50}){50}',
    '\\k<a>',
    `${'('.repeat(99)}a${')'.repeat(99)}`,
  ])('refuses /%s/', (source) => {
    expect(compileLinearRegex(source)).toBeUndefined();
  });

  it.each([
    ['(a*)*b', false],
    ['(a+)+$', false],
    ['(a|a)*b', false],
    ['(a|aa)+$', false],
    ['(.*.*.*)*x', false],
    ['^(?:\\w+\\s?)*$', false],
    ['(a?){30}a{30}', true],
  ])('ends on what makes other engines hang: /%s/', (source, expected) => {
    // A backtracking engine needs longer than the test may take.
    expect(matches(source, `${'a'.repeat(20_000)}!`)).toBe(expected);
  });

  it('looks at no more than its limit', () => {
    expect(matches('x', `${'a'.repeat(MAX_REGEX_TEXT - 1)}x`)).toBe(true);
    expect(matches('x', `${'a'.repeat(MAX_REGEX_TEXT)}x`)).toBe(false);
  });

  it('says what RegExp says (law)', () => {
    const atom = fc.constantFrom(
      'a',
      'B',
      'ab',
      '.',
      '\\d',
      '\\w',
      '\\S',
      '[a-c]',
      '[^ab]',
      '[\\w-]',
      '^',
      '$',
      '\\b',
      '\\B',
      '1',
      '\\n',
      'é',
    );
    const pattern: fc.Memo<string> = fc.memo((depth) =>
      depth <= 1
        ? atom
        : fc.oneof(
            atom,
            fc.array(pattern(depth - 1), { maxLength: 3 }).map((parts) => parts.join('')),
            fc.tuple(pattern(depth - 1), pattern(depth - 1)).map(([a, b]) => `(?:${a}|${b})`),
            fc
              .tuple(pattern(depth - 1), fc.constantFrom('*', '+', '?', '{0,2}', '{2}', '{1,}', '*?'))
              .map(([a, q]) => `(${a})${q}`),
          ),
    );
    const text = fc.string({
      unit: fc.constantFrom('a', 'A', 'b', 'c', 'É', '1', ' ', '\n', '-', '_'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(pattern(4), fc.array(text, { minLength: 1, maxLength: 5 }), (source, texts) => {
        const regex = compileLinearRegex(source);
        fc.pre(regex !== undefined);
        for (const one of texts)
          expect([source, one, regex.test(one)]).toEqual([source, one, new RegExp(source, 'im').test(one)]);
      }),
      { numRuns: 400 },
    );
  });
});
