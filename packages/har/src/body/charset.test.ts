import { expect, it } from 'vitest';
import { decodeText, isTextual } from './charset.ts';

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

it.each([
  ['text/html; charset=ISO-8859-1', latin1('gr\xfc\xdfe'), 'grüße'],
  ['text/html; charset="utf-8"', utf8('grüße'), 'grüße'],
  ['text/plain', utf8('grüße'), 'grüße'],
  ['text/plain', latin1('gr\xfc\xdfe'), 'grüße'],
  ['text/plain; charset=no-such-thing', utf8('grüße'), 'grüße'],
  ['text/html', latin1('<meta charset=iso-8859-2>\xb1'), '<meta charset=iso-8859-2>ą'],
  [
    'text/xml',
    latin1('<?xml version="1.0" encoding="iso-8859-2"?>\xb1'),
    '<?xml version="1.0" encoding="iso-8859-2"?>ą',
  ],
  ['text/plain; charset=iso-8859-1', Uint8Array.of(0xff, 0xfe, 0x41, 0), 'A'],
  ['application/problem+json', utf8('{"a":"é"}'), '{"a":"é"}'],
])('decodes %s', (mimeType, bytes, text) => {
  expect(decodeText(bytes, mimeType, false)).toBe(text);
});

it('takes bytes of an unknown type for text only when they look like it', () => {
  expect(decodeText(utf8('hello\n'), undefined, false)).toBe('hello\n');
  expect(decodeText(utf8('hello'), 'application/octet-stream', false)).toBe('hello');
  expect(decodeText(Uint8Array.of(0, 1, 2), 'application/octet-stream', false)).toBeUndefined();
  expect(decodeText(Uint8Array.of(0xff, 0x80), undefined, false)).toBeUndefined();
  expect(decodeText(utf8('GIF89a'), 'image/gif', false)).toBeUndefined();
});

it('forgives a character that the cut went through', () => {
  expect(decodeText(utf8('abc€').subarray(0, 4), 'application/json', true)).toBe('abc');
});

it('knows text by its media type', () => {
  for (const type of [
    'text/css',
    'application/json',
    'application/vnd.api+json; charset=utf-8',
    'image/svg+xml',
  ]) {
    expect(isTextual(type)).toBe(true);
  }
  for (const type of ['image/png', 'application/pdf', 'application/octet-stream', '', 'font/woff2']) {
    expect(isTextual(type)).toBe(false);
  }
});
