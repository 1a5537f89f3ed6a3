import { expect, it } from 'vitest';
import { KeptTexts } from './kept-texts.ts';

it('decodes a text that is asked for again and again once, and never keeps more than a few thousand', () => {
  const decoded: number[] = [];
  const texts = new KeptTexts((id) => {
    decoded.push(id);
    return `text ${id}`;
  });
  for (let times = 0; times < 3; times++) expect(texts.get(7)).toBe('text 7');
  expect(decoded).toEqual([7]);
  for (let id = 8; id < 20_000; id++) expect(texts.get(id)).toBe(`text ${id}`);
  expect(texts.get(7)).toBe('text 7');
  expect(decoded.filter((id) => id === 7)).toEqual([7, 7]);
});
