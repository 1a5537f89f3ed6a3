import { harOf } from '../har-of.ts';
import { api, portal } from '../names.ts';
import { writtenBy } from './exporters.ts';
import { me, navigation, repeat, sse } from './field-fault.ts';

/** Nothing is wrong with what comes by itself. No error may be told. */
export const healthyStreams: Readonly<Record<string, unknown>> = {
  'short long polls': harOf([
    navigation,
    me,
    ...repeat(9, (t) => ({
      ...me,
      url: `${api}/things/${'abcdefghi'[t]}`,
      timings: { blocked: 1, send: 0, wait: 40, receive: 1 },
    })),
    ...repeat(5, (t) => ({
      url: `${api}/events/poll?since=${1000 + t}`,
      body: { events: [{ id: t }] },
      atMs: 3000 + ([0, 1750, 3900, 4400, 8100][t] ?? 0),
      timings: { blocked: 1, send: 0, wait: [1700, 2100, 450, 3650, 900][t] ?? 0, receive: 1 },
    })),
  ]),
  'one short long poll': harOf([
    navigation,
    me,
    {
      url: `${api}/events/poll`,
      body: { events: [] },
      timings: { blocked: 1, send: 0, wait: 1700, receive: 1 },
    },
  ]),
  'a hub that is asked again in the same breath, in Firefox': writtenBy(
    'firefox',
    harOf([
      navigation,
      me,
      ...repeat(3, (t) => ({
        url: `${portal}/hub/notify?id=abc&_=17410${t}`,
        type: 'xhr',
        mimeType: 'application/octet-stream',
        body: 'x',
        atMs: 3000 + t * 12100,
        timings: { blocked: 1, send: 0, wait: 12000, receive: 1 },
      })),
    ]),
  ),
  'Socket.IO without WebSockets': harOf([
    navigation,
    me,
    ...repeat(3, (t) => ({
      url: `${portal}/socket.io/?EIO=4&transport=polling&t=Pa${t}&sid=a`,
      type: 'xhr',
      mimeType: 'text/plain',
      body: '2',
      atMs: 3000 + t * 25100,
      timings: { blocked: 1, send: 0, wait: 25000 - t * 9000, receive: 1 },
    })),
  ]),
  'a chat that asks to be held back': writtenBy(
    'safari',
    harOf([
      navigation,
      me,
      ...repeat(3, (t) => ({
        url: `https://chat.example.test/_matrix/client/v3/sync?filter=0&timeout=30000&since=s${t}`,
        body: { next_batch: `s${t + 1}` },
        atMs: 3000 + ([0, 8100, 14_200][t] ?? 0),
        timings: { blocked: 1, send: 0, wait: 8000 - t * 2000, receive: 1 },
      })),
    ]),
  ),
  'a wait that the page asked for': harOf([
    navigation,
    me,
    ...repeat(6, (t) => ({
      url: `${api}/notifications?wait=10&after=${t}`,
      body: [],
      atMs: 1000 + t * 10100,
      timings: { blocked: 1, send: 0, wait: 10000, receive: 1 },
    })),
  ]),
  'an event stream, in Firefox': writtenBy(
    'firefox',
    harOf([navigation, me, sse({ timings: { blocked: 1, send: 0, wait: 40, receive: 60000 } })]),
  ),
  'an event stream whose first event comes late': harOf([
    navigation,
    me,
    sse({ timings: { blocked: 1, send: 0, wait: 30, receive: 40000 } }),
  ]),
  'an event stream that begins late and goes on': harOf([
    navigation,
    me,
    sse({ timings: { blocked: 1, send: 0, wait: 15000, receive: 45000 } }),
  ]),
  'an event stream of one event, in Safari': writtenBy(
    'safari',
    harOf([navigation, me, sse({ timings: { blocked: 1, send: 0, wait: 60000, receive: 0 } })]),
  ),
  'an answer that is written word by word': harOf([
    navigation,
    me,
    {
      url: `${api}/chat/completions`,
      method: 'POST',
      type: 'fetch',
      mimeType: 'text/event-stream',
      sent: { stream: true },
      body: Array.from({ length: 120 }, (_, i) => `data: ${i}\n\n`).join(''),
      timings: { blocked: 1, send: 0, wait: 1100, receive: 13000 },
    },
  ]),
};
