import { expect, it } from 'vitest';
import { plainText, segments } from './segments.ts';

it('tells literals and menu items from the text around them', () => {
  expect(segments('Tick **Preserve log**, then look for `Set-Cookie`.')).toEqual([
    { kind: 'text', text: 'Tick ' },
    { kind: 'menu', text: 'Preserve log' },
    { kind: 'text', text: ', then look for ' },
    { kind: 'literal', text: 'Set-Cookie' },
    { kind: 'text', text: '.' },
  ]);
});

it('lets no line begin with a French semicolon, and leaves literals as they are', () => {
  expect(plainText('Trop long ; voyez « Réseau » : `a ; b`.')).toBe(
    'Trop long\u00a0; voyez «\u00a0Réseau\u00a0»\u00a0: a ; b.',
  );
});

it('keeps everything but the marks', () => {
  expect(plainText('`*` is **not** a mark by itself: *')).toBe('* is not a mark by itself: *');
  expect(segments('')).toEqual([]);
});
