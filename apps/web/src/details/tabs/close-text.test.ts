import { expect, it } from 'vitest';
import { closeText } from './close-text.ts';

it('tells code and reason of a closed WebSocket, written as bytes or as words', () => {
  expect(closeText(btoa('\x03\xf3going away'))).toBe('1011 going away');
  expect(closeText(btoa('\x03\xe8'))).toBe('1000');
  expect(closeText('1006 lost')).toBe('1006 lost');
});

it('leaves what is neither as it is', () => {
  for (const data of ['', 'AAAA', '/w==', 'bye for now']) expect(closeText(data)).toBe(data);
});
