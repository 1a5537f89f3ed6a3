import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutEnd, cutMiddle, padEnd, padStart, widestOf, widthOf } from './width.ts';
import { wrap, wrapLabelled } from './wrap.ts';

const printable = fc.string({ unit: fc.constantFrom(...'abc /?=漢字カナ한글é📞ｆ'.normalize('NFC')) });

describe('width', () => {
  it.each([
    ['plain', 5],
    ['日本語', 6],
    ['한글', 4],
    ['ﾊﾝｶｸ', 4],
    ['ｆｕｌｌ', 8],
    ['e\u0301', 1],
    ['📞', 2],
    ['…→●', 3],
  ])('of %s is %i cells', (text, cells) => {
    expect(widthOf(text)).toBe(cells);
  });

  it('is never exceeded by a cut, and a cut text shows its cut', () => {
    fc.assert(
      fc.property(printable, fc.integer({ min: 1, max: 30 }), (text, cells) => {
        for (const cut of [cutEnd(text, cells), cutMiddle(text, cells)]) {
          expect(widthOf(cut)).toBeLessThanOrEqual(cells);
          expect(cut === text || cut.includes('…')).toBe(true);
        }
      }),
    );
  });

  it('is what padding fills up to', () => {
    expect(padEnd('漢', 4)).toBe('漢  ');
    expect(padStart('12', 4)).toBe('  12');
    expect(padEnd('too long', 4)).toBe('too long');
  });

  it('keeps both ends of a URL', () => {
    expect(cutMiddle('https://api.example.com/v1/customers/42', 20)).toBe('https://ap…tomers/42');
  });
});

describe('wrapping', () => {
  it('loses no character but spaces and stays within the width where words allow it', () => {
    fc.assert(
      fc.property(printable, fc.integer({ min: 10, max: 40 }), (text, cells) => {
        const lines = wrap(text, cells);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(widthOf(line) <= cells || !line.includes(' ')).toBe(true);
      }),
    );
  });

  it('breaks a language without spaces and keeps its full stop', () => {
    expect(wrap('録音の変更に失敗しました。', 14)).toEqual(['録音の変更に失', '敗しました。']);
  });

  it.each([
    ['答复是“Invalid”。后面', 14, ['答复是', '“Invalid”。后', '面']],
    ['说明（原因）如下', 6, ['说明', '（原', '因）如', '下']],
    ['말씀 “오류”. 다음', 11, ['말씀', '“오류”.', '다음']],
  ])('begins no line with what closes and ends none with what opens: %s', (text, cells, lines) => {
    expect(wrap(text, cells)).toEqual(lines);
  });

  it('leaves Korean words whole', () => {
    expect(wrap('녹음 변경에 실패했습니다', 14)).toEqual(['녹음 변경에', '실패했습니다']);
  });

  it('stands the following lines under the first', () => {
    expect(wrapLabelled('Next  ', 'search the log for this tracking id now', 28)).toEqual([
      'Next  search the log for',
      '      this tracking id now',
    ]);
  });
});

it('measures more texts than a call takes arguments', () => {
  expect(widestOf(['録音', ...new Array(200_000).fill('abc')])).toBe(4);
  expect(widestOf([])).toBe(0);
});
