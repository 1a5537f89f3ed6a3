import { expect, it } from 'vitest';
import { eventStreamMessages } from './event-stream.ts';

it('joins the lines of a message, keeps its name to itself, and passes over comments and the times to come again', () => {
  const text =
    '\uFEFF: keep-alive\nretry: 3000\n\nevent: call\ndata: {"state":\r\ndata:"ringing"}\r\n\r\ndata:  two blanks\rid: 7\r\r';
  expect(eventStreamMessages(text)).toEqual([
    { name: 'call', data: '{"state":\n"ringing"}' },
    { name: '', data: ' two blanks' },
  ]);
});

it('tells the message in which a recording ended, and none of a stream that said nothing', () => {
  expect(eventStreamMessages('data: cut o')).toEqual([{ name: '', data: 'cut o' }]);
  expect(eventStreamMessages(': still here\n\n')).toEqual([]);
});
