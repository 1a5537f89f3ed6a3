import { describe, expect, it } from 'vitest';
import { textLanguage } from '../engine/pretty/pretty-text.ts';
import { formFields, previewKind } from './preview-kind.ts';

const ofText = (mimeType: string, text: string) =>
  previewKind({ mimeType, text, truncated: false, language: textLanguage(text, mimeType) });
const ofBytes = (mimeType: string, ...bytes: number[]) =>
  previewKind({ mimeType, bytes: Uint8Array.from(bytes), truncated: false, language: 'plain' });

describe('the preview of a body', () => {
  it.each([
    ['application/json', '{"a":1}', 'json'],
    ['text/plain', '[1]', 'json'],
    ['application/json', '{"query":"query A { a }"}', 'graphql'],
    ['application/json', '{"query":"shoes"}', 'json'],
    ['text/html', '<p>x</p>', 'html'],
    ['application/soap+xml', '<a/>', 'markup'],
    ['image/svg+xml', '<svg/>', 'image'],
    ['text/csv', 'a,b', 'csv'],
    ['application/x-www-form-urlencoded', 'a=1&b=2', 'form'],
    ['text/plain', 'a=1&b=2', 'form'],
    ['text/event-stream', 'data: x\n\n', 'events'],
    ['text/plain', 'hello = world', 'text'],
    ['text/plain', `${'a=b&'.repeat(100)}c=two words`, 'text'],
    ['text/plain', '', 'nothing'],
  ])('is told by its beginning before its media type: %s %s', (mimeType, text, kind) => {
    expect(ofText(mimeType, text)).toBe(kind);
  });

  it('is told by the first bytes of a file that calls itself something else', () => {
    expect(ofBytes('application/octet-stream', 0x89, 0x50, 0x4e, 0x47)).toBe('image');
    expect(ofBytes('image/png', 0x25, 0x50, 0x44, 0x46, 0x2d)).toBe('pdf');
    expect(ofBytes('font/woff2', 0x77, 0x4f, 0x46, 0x32)).toBe('font');
    expect(ofBytes('application/grpc', 0x00, 0x00, 0x00, 0x00, 0x05)).toBe('hex');
    expect(ofBytes('image/x-unknown', 1, 2, 3)).toBe('image');
  });
});

it('reads a form, broken escapes included', () => {
  expect(formFields('a=1+2&b=%E2%82%AC&c=%zz&d')).toEqual([
    { name: 'a', value: '1 2' },
    { name: 'b', value: '€' },
    { name: 'c', value: '%zz' },
    { name: 'd', value: '' },
  ]);
});
