import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grow } from '../testing/grow.ts';
import { createRandom } from '../testing/random.ts';
import { findCardNumbers, hasCheckDigit } from './card-numbers.ts';
import { findShapes } from './find-shapes.ts';
import { joinSpans } from './join-spans.ts';
import { shapeLiterals } from './literal-index.ts';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

describe('findShapes', () => {
  it('leaves two megabytes of images in base64 alone', () => {
    const random = createRandom(77);
    for (let i = 0; i < 40; i++)
      expect(findShapes(`data:image/png;base64,${random.text(BASE64, 50_000)}==`)).toEqual([]);
  });

  it('asked at each literal finds what it finds in the whole text', () => {
    const random = createRandom(8);
    const parts = [
      'ghp_<alnum:36>',
      '<jwt>',
      'AKIA<b32:16>',
      'https://a:<alnum:12>@example.com',
      'sk_live_<alnum:24>',
      'plain words',
    ];
    const text = Array.from({ length: 40 }, () => grow(random.pick(parts), random).text).join(' , ');
    const found = shapeLiterals.flatMap(({ text: literal, anyCase }) => {
      const haystack = anyCase ? text.toLowerCase() : text;
      const hits: number[] = [];
      for (let at = haystack.indexOf(literal); at >= 0; at = haystack.indexOf(literal, at + 1)) hits.push(at);
      return hits.flatMap((at) => findShapes(text, at));
    });
    expect(joinSpans(found).map(({ start, end }) => [start, end])).toEqual(
      findShapes(text).map(({ start, end }) => [start, end]),
    );
    expect(found.length).toBeGreaterThan(20);
  });

  it('gives spans in order and apart, inside the text, for any text', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(...shapeLiterals.map(({ text }) => text)),
      fc.base64String(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end } of findShapes(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });

  it('takes a token behind an escape or an encoded sign and none inside a word', () => {
    const { text } = grow('ghp_<alnum:36>', createRandom(5));
    for (const before of ['', ' ', '"', '\\n', '\\t', '%3D', '%20', '\\u003d', '=', ':', '/', '\\"']) {
      expect(findShapes(before + text), before).toHaveLength(1);
    }
    for (const before of ['x', 'xn', '9', '_', '3D']) expect(findShapes(before + text), before).toEqual([]);
  });

  it('takes all of a token that is longer than its provider makes them today', () => {
    const { text } = grow('ghp_<alnum:90>', createRandom(5));
    expect(findShapes(`<${text}>`)).toMatchObject([{ start: 1, end: 1 + text.length }]);
  });

  it('takes an armoured key to the end of a text that was cut off', () => {
    const { text } = grow('{"key":"-----BEGIN RSA PRIVATE KEY-----\\n<b64:300>', createRandom(5));
    expect(findShapes(text)).toMatchObject([{ end: text.length, rule: 'shape/pem-private-key' }]);
  });

  it('takes a JWT without a signature with the full stop at its end, and no full stop of a sentence', () => {
    const part = (value: object): string => btoa(JSON.stringify(value)).replace(/=+$/, '');
    const unsigned = `${part({ alg: 'none' })}.${part({ sub: 'ann-of-example', exp: 1 })}.`;
    for (const after of ['', ' ', '.', '. And'])
      expect(findShapes(`Bearer ${unsigned}${after}`), after).toMatchObject([
        { start: 7, end: 7 + unsigned.length },
      ]);
    const { text } = grow('<alnum:40>', createRandom(5));
    expect(findShapes(`Bearer ${text}. And`)).toMatchObject([{ start: 7, end: 7 + text.length }]);
  });

  it('leaves placeholders and marks in the place of a token', () => {
    for (const text of [
      'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
      'Bearer [redacted]',
      'https://user:***@example.com/',
      ['password=$', '{DB_PASSWORD}'].join(''),
      'AccountKey=<key>',
    ]) {
      expect(findShapes(text), text).toEqual([]);
    }
  });
});

describe('card numbers', () => {
  it('are found bare and in groups, of each network', () => {
    for (const card of [
      '4111111111111111',
      '4111 1111 1111 1111',
      '5555-5555-5555-4444',
      '378282246310005',
      '3782 822463 10005',
      '6011111111111117',
      '30569309025904',
      '3530111333300000',
      '2223003122003222',
      '6200000000000005',
    ]) {
      expect(findCardNumbers(`card: "${card}",`), card).toMatchObject([{ start: 7, end: 7 + card.length }]);
      expect(findCardNumbers(`\\n${card}%0A`), card).toHaveLength(1);
    }
    expect(findCardNumbers('on 2026 4111 1111 1111 1111')).toHaveLength(1);
  });

  it('are not other numbers', () => {
    for (const text of [
      '4111111111111112',
      '1700000000000000',
      '0.4111111111111111',
      'id_4111111111111111',
      'a4111111111111111',
      '4111111111111111f',
      '41111111111111110',
      '+4111111111111111',
      '4444444444444444',
      '1234-5678',
      '4111111111111111.5',
    ]) {
      expect(findCardNumbers(text), text).toEqual([]);
    }
  });

  it('carry the check digit that any one wrong digit breaks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { minLength: 12, maxLength: 18 }),
        fc.nat(11),
        fc.integer({ min: 1, max: 9 }),
        (digits, at, by) => {
          const body = digits.join('');
          const last = Array.from({ length: 10 }, (_, digit) => digit).find((digit) =>
            hasCheckDigit(`${body}${digit}`),
          );
          const number = `${body}${last}`;
          const wrong = `${number.slice(0, at)}${(Number(number[at]) + by) % 10}${number.slice(at + 1)}`;
          expect(hasCheckDigit(number)).toBe(true);
          expect(hasCheckDigit(wrong)).toBe(false);
        },
      ),
    );
  });
});

describe('joinSpans', () => {
  it('leaves no character of overlapping spans out', () => {
    const span = fc.record({ start: fc.nat(50), length: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (raw) => {
        const spans = raw.map(({ start, length }) => ({
          start,
          end: start + length,
          kind: 'cookie' as const,
          rule: 'name/cookie',
        }));
        const covered = (list: readonly { start: number; end: number }[]) =>
          Array.from({ length: 80 }, (_, i) => list.some(({ start, end }) => i >= start && i < end));
        const joined = joinSpans(spans);
        expect(covered(joined)).toEqual(covered(spans));
        for (let i = 1; i < joined.length; i++)
          expect(joined[i]?.start).toBeGreaterThanOrEqual(joined[i - 1]?.end ?? 0);
      }),
    );
  });
});
