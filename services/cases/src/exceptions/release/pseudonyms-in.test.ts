import { expect, it } from 'vitest';
import { pseudonymsIn } from './pseudonyms-in.ts';

it('finds each pseudonym of a request once, in text and as a number', () => {
  const text =
    '{"a":"Bearer hx-tok-7k3m9qp2rt5w6","b":"hx-tok-7k3m9qp2rt5w6","c":777000000000123,"d":123456789012345}';
  expect(pseudonymsIn(text)).toEqual(['hx-tok-7k3m9qp2rt5w6', '777000000000123']);
});

it('takes nothing that only looks alike', () => {
  expect(pseudonymsIn('hx-tok-short hx-xyz-7k3m9qp2rt5w6 hx-')).toEqual([]);
});
