import { expect, it } from 'vitest';
import { readUploadLink } from './upload-link.ts';

const token = crypto.randomUUID();

it('reads the server and the token of a link', () => {
  expect(readUploadLink(` https://harrier.example.com/#upload=${token}\n`)).toEqual({
    origin: 'https://harrier.example.com',
    token,
  });
  expect(readUploadLink(`http://127.0.0.1:8080/#upload=${token}`)?.origin).toBe('http://127.0.0.1:8080');
});

it.each([
  'https://harrier.example.com/',
  `http://harrier.example.com/#upload=${token}`,
  `https://harrier.example.com/#upload=short`,
  `javascript:alert(1)//#upload=${token}`,
  token,
])('sends nothing to %s', (text) => {
  expect(readUploadLink(text)).toBeUndefined();
});
