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

it('keeps everything but the marks', () => {
  expect(plainText('`*` is **not** a mark by itself: *')).toBe('* is not a mark by itself: *');
  expect(segments('')).toEqual([]);
});
