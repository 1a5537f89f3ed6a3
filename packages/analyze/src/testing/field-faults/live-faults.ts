import { beginsAt } from '../auth-steps.ts';
import { harOf } from '../har-of.ts';
import { api } from '../names.ts';
import { writtenBy } from './exporters.ts';
import { type FieldFault, html, me, navigation, repeat, xhr } from './field-fault.ts';

/** What should come by itself comes late, at once, or not at all. */
export const liveFaults: Readonly<Record<string, FieldFault>> = {
  'a proxy cuts event streams every minute': {
    complaint: 'The live view stops every minute.',
    capture: harOf([
      navigation,
      ...repeat(4, (t) => ({
        url: `${api}/live`,
        type: 'eventsource',
        mimeType: 'text/event-stream',
        error: 'net::ERR_INCOMPLETE_CHUNKED_ENCODING',
        body: 'data: 1\n\n',
        atMs: 500 + t * 61000,
        timings: { blocked: 1, send: 0, wait: 40, receive: 60000 },
      })),
    ]),
    first: 'fail/truncated-body',
  },
  'a proxy collects the events of a stream': {
    complaint: 'The live view moves once a minute.',
    capture: harOf([
      navigation,
      me,
      {
        url: `${api}/live`,
        type: 'eventsource',
        mimeType: 'text/event-stream',
        body: 'data: 1\n\ndata: 2\n\ndata: 3\n\ndata: 4\n\n',
        timings: { blocked: 1, send: 0, wait: 60010, receive: 3 },
        response: { via: '1.1 proxy' },
      },
    ]),
    first: 'slow/buffered-stream',
  },
  'an answer that should be written word by word comes at once': {
    complaint: 'The assistant is silent, then writes everything.',
    capture: harOf([
      navigation,
      me,
      {
        url: `${api}/chat/completions`,
        method: 'POST',
        type: 'fetch',
        mimeType: 'text/event-stream',
        sent: { stream: true },
        body: `${Array.from(
          { length: 120 },
          (_, i) => `data: {"choices":[{"delta":{"content":"w${i}"}}]}\n\n`,
        ).join('')}data: [DONE]\n\n`,
        timings: { blocked: 1, send: 0, wait: 14010, receive: 3 },
      },
    ]),
    first: 'slow/buffered-stream',
  },
  'a stream is answered with the page of the sign-in': {
    complaint: 'The live view never starts.',
    capture: harOf([
      navigation,
      me,
      {
        url: `${api}/live`,
        type: 'eventsource',
        ...html,
        error: 'net::ERR_ABORTED',
        body: '<!doctype html><title>Sign in</title>',
        request: { accept: 'text/event-stream' },
      },
    ]),
    first: 'fail/html-for-json',
  },
  'a proxy refuses the WebSocket of a chat': {
    complaint: 'Messages come late in the meeting.',
    capture: harOf([
      navigation,
      xhr(
        'https://chat.example.test/hub/negotiate?negotiateVersion=1',
        200,
        { connectionId: 'a', availableTransports: [] },
        { method: 'POST' },
      ),
      { url: 'wss://chat.example.test/hub?id=a', type: 'websocket', status: 403, body: '' },
    ]),
    first: 'fail/web-socket',
  },
  ...Object.fromEntries(
    Object.entries({
      'a subscription of GraphQL':
        '{"type":"connection_error","payload":{"message":"Token is no longer valid"}}',
      'a namespace of Socket.IO': '44/orders,{"message":"Token is no longer valid"}',
      'an event of Socket.IO': '42["exception",{"status":"error","message":"Token is no longer valid"}]',
      'a call of SignalR': '{"type":3,"invocationId":"4","error":"Token is no longer valid"}\u001e',
      'a frame of STOMP': 'ERROR\nversion:1.2\nmessage:Token is no longer valid\n\n\0',
      'a call of JSON-RPC':
        '{"jsonrpc":"2.0","id":3,"error":{"code":-32001,"message":"Token is no longer valid"}}',
      'a channel of Phoenix':
        '["1","2","room:7","phx_reply",{"status":"error","response":{"reason":"Token is no longer valid"}}]',
      'a channel of Action Cable':
        '{"type":"disconnect","reason":"Token is no longer valid","reconnect":false}',
      'a channel of Pusher':
        '{"event":"pusher:error","data":{"code":4009,"message":"Token is no longer valid"}}',
    }).map(([what, data]) => [
      `${what} says no inside a WebSocket that stands`,
      {
        complaint: 'The list does not move, and nothing is red.',
        capture: writtenBy(
          'playwright',
          harOf([
            navigation,
            me,
            {
              url: 'wss://live.example.test/socket',
              type: 'websocket',
              status: 101,
              timings: { blocked: 1, send: 0, wait: 40, receive: 90_000 },
              messages: [
                { type: 'send', time: beginsAt + 1, opcode: 1, data: 'hello' },
                { type: 'receive', time: beginsAt + 2, opcode: 1, data: '{"type":"connection_ack"}' },
                { type: 'receive', time: beginsAt + 3, opcode: 1, data },
              ],
            },
          ]),
        ),
        first: 'fail/web-socket',
        says: 'Token is no longer valid',
      },
    ]),
  ),
  'a server ends a WebSocket for a rule of its own': {
    complaint: 'Somebody is thrown out of the call.',
    capture: harOf([
      navigation,
      {
        url: 'wss://live.example.test/socket',
        type: 'websocket',
        status: 101,
        timings: { blocked: 1, send: 0, wait: 40, receive: 800 },
        messages: [
          { type: 'send', time: beginsAt + 1, opcode: 1, data: 'hello' },
          { type: 'receive', time: beginsAt + 2, opcode: 8, data: '1008 policy violation: token expired' },
        ],
      },
    ]),
    first: 'fail/web-socket',
  },
};
