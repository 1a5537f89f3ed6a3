import { expect, it } from 'vitest';
import { formText } from './form-text.ts';

const urlEncoded = 'application/x-www-form-urlencoded';

it('writes parameters as the form that was sent', () => {
  const params = [{ name: 'q', value: 'a b&c' }, { name: 'flag' }, { name: 'näme', value: '' }];
  expect(formText({ mimeType: urlEncoded, params })).toBe('q=a+b%26c&flag&n%C3%A4me=');
});

it('leaves what the exporter kept encoded', () => {
  expect(formText({ mimeType: urlEncoded, params: [{ name: 'q', value: 'a%20b+c' }] })).toBe('q=a%20b+c');
  expect(formText({ mimeType: urlEncoded, params: [{ name: 'q', value: '100 %' }] })).toBe('q=100+%25');
});

it('survives half a character', () => {
  expect(formText({ mimeType: '', params: [{ name: 'q', value: 'a\ud83d' }] })).toBe('q=a%EF%BF%BD');
});

it('puts the parts of a multipart form between their boundaries', () => {
  const params = [
    { name: 'a', value: '1' },
    { name: 'up"load', fileName: 'x.txt', contentType: 'text/plain', value: 'hi' },
  ];
  expect(formText({ mimeType: 'multipart/form-data; boundary=XX', params })).toBe(
    '--XX\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n' +
      '--XX\r\nContent-Disposition: form-data; name="up%22load"; filename="x.txt"\r\n' +
      'Content-Type: text/plain\r\n\r\nhi\r\n--XX--\r\n',
  );
});
