import { parseFilter } from '@harrier/analyze';
import { memorySource, openCapture } from '@harrier/har';
import { expect, it } from 'vitest';
import { suggestionsFor, typedWord } from './suggestions.ts';

const texts = (word: string): string[] => suggestionsFor(word, undefined).map(({ text }) => text);

it('offers keys and aliases that begin with what is typed', () => {
  expect(texts('stat')).toEqual(['status-code:', 'status:']);
  expect(texts('head')).toEqual(['header[']);
});

it('offers names of header fields behind an opened bracket', () => {
  expect(texts('header[')).toContain('header[trackingid]');
  expect(texts('res.header[cont')).toEqual([
    'res.header[content-type]',
    'res.header[content-encoding]',
    'res.header[content-security-policy]',
  ]);
  expect(texts('header[etag]')).toEqual([]);
  expect(texts('status[')).toEqual([]);
  for (const text of texts('req.header[')) expect(parseFilter(text).problems).toEqual([]);
});

it('offers the properties behind is:, and none that no capture records', () => {
  expect(texts('is:f')).toEqual(['is:failed', 'is:from-cache']);
  expect(texts('mixed')).toEqual([]);
});

it('offers hosts of the capture, the busiest first', async () => {
  const entry = (host: string) => ({
    request: { method: 'GET', url: `https://${host}/` },
    response: { status: 200 },
  });
  const har = { log: { entries: [entry('b.example.com'), entry('a.example.com'), entry('a.example.com')] } };
  const { index } = await openCapture(memorySource(new TextEncoder().encode(JSON.stringify(har))));
  expect(suggestionsFor('domain:', index).map(({ text }) => text)).toEqual([
    'domain:a.example.com',
    'domain:b.example.com',
  ]);
});

it('finds the word at the caret, without its negation', () => {
  expect(typedWord('a -doma b', 7)).toEqual({ start: 3, end: 7, text: 'doma' });
  expect(typedWord('(is:fai)', 7)).toEqual({ start: 1, end: 7, text: 'is:fai' });
});

it('offers nothing that the parser does not understand', () => {
  for (const word of ['', 'is:', 'status:', 'wait:', 'size:', 'c', 's'])
    for (const { text } of suggestionsFor(word, undefined)) {
      const whole = text.endsWith('[') ? `${text}x]` : text.endsWith(':') ? `${text}1` : text;
      const problems = parseFilter(whole).problems.filter(({ code }) => code === 'unknown-key');
      expect([whole, problems]).toEqual([whole, []]);
    }
});
