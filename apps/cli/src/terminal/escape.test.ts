import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyText } from '../testing/any-text.ts';
import { escapeLines, escapeText } from './escape.ts';

/** Everything that must not reach a terminal from a capture, said without the code under test. */
const dangerous =
  /[\0-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

const hostile = anyText([
  '\x1b',
  '\x9b',
  '\r',
  '\n',
  '\t',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\ud800',
  '[2J',
]);

it('lets no control, bidi or zero-width character through', () => {
  fc.assert(
    fc.property(hostile, (text) => !dangerous.test(escapeText(text)) && !/\p{Cs}/u.test(escapeText(text))),
  );
});

it('keeps a text of several lines free of everything but line feeds', () => {
  fc.assert(fc.property(hostile, (text) => !dangerous.test(escapeLines(text).replaceAll('\n', ''))));
});

it('changes nothing the second time', () => {
  fc.assert(fc.property(hostile, (text) => escapeText(escapeText(text)) === escapeText(text)));
});

it('shows what was there as a visible escape', () => {
  expect(escapeText('a\x1b[31mb\r\n\tc\0')).toBe('a\\x1b[31mb\\r\\n\\tc\\x00');
  expect(escapeText('\u009b2J \u202egpj.exe \ud800 \u{e0041}')).toBe(
    '\\x9b2J \\u202egpj.exe \\ud800 \\u{e0041}',
  );
});

it('leaves the letters of every script alone', () => {
  const text = 'Échec, 失敗しました, 통화 녹음, тест, אב, ไม่ได้, 📞 a\\b "c"';
  expect(escapeText(text)).toBe(text);
});

it('stops marks that are piled up over the neighbouring lines', () => {
  expect(escapeText(`e${'\u0301'.repeat(6)}`)).toBe(`e${'\u0301'.repeat(4)}\\u0301\\u0301`);
});

it('keeps the lines of a body and takes a lone carriage return for a trick', () => {
  expect(escapeLines('one\r\ntwo\n\tthree\rforged')).toBe('one\ntwo\n  three\\rforged');
});
