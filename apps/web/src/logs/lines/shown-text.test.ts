import { expect, it } from 'vitest';
import { shownText } from './shown-text.ts';

it('makes visible what would hide or turn text round, and leaves words alone', () => {
  expect(shownText('a\u202eb\u0000c\u001b[31md\u200be\u2066f')).toBe(
    'a\ufffdb\ufffdc\ufffd[31md\ufffde\ufffdf',
  );
  expect(shownText('línea 行\n\tat x → ✓ 🙂')).toBe('línea 行\n\tat x → ✓ 🙂');
});
