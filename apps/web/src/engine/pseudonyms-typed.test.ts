import { expect, it } from 'vitest';
import { withValues } from './pseudonyms-typed.ts';

const known = new Map([['hx-tok-7k3m9qp2rt5w6', 'the value']]);
const reveal = (shown: string): string | undefined => known.get(shown);

it('puts the value in the place of each pseudonym that was shown', () => {
  expect(withValues('Bearer hx-tok-7k3m9qp2rt5w6, hx-tok-7k3m9qp2rt5w6', reveal)).toBe(
    'Bearer the value, the value',
  );
});

it('leaves alone what is none, and what a sanitized capture holds itself', () => {
  for (const words of ['hx-tok', 'users', 'hx-tok-0000000000000'])
    expect(withValues(words, reveal)).toBe(words);
});
