import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CdpEvent, CdpLink } from '../cdp/cdp-link.ts';
import { tab } from '../testing/record-of.ts';
import { MemoryRecording } from './memory-recording.ts';
import { Recorder } from './recorder.ts';

let tell: (event: CdpEvent) => void;
/** Sessions that were asked for a body. */
let asked: (string | undefined)[];
let commands: string[];
let answers: boolean;
let recorder: Recorder;
let sink: MemoryRecording;

beforeEach(async () => {
  vi.useFakeTimers({ now: 0 });
  asked = [];
  commands = [];
  answers = true;
  const link: CdpLink = {
    send: async <Result>(method: string, _?: object, sessionId?: string) => {
      commands.push(method);
      if (!answers) await new Promise(() => {});
      if (method === 'Network.getResponseBody') asked.push(sessionId);
      return { body: 'x', base64Encoded: false } as Result;
    },
    listen: (listener) => {
      tell = listener;
    },
    closed: new Promise(() => {}),
  };
  sink = new MemoryRecording();
  recorder = new Recorder(link, { root: tab, sink });
  await recorder.start();
});
afterEach(async () => {
  const stopped = recorder.stop();
  // A test may have left something under way.
  await vi.advanceTimersByTimeAsync(10_000);
  await stopped;
  vi.useRealTimers();
});

async function attach(type: string, sessionId: string): Promise<void> {
  const targetInfo = { targetId: sessionId, type, url: 'https://portal.example.test/part' };
  tell({ method: 'Target.attachedToTarget', params: { targetInfo, sessionId }, sessionId: tab.sessionId });
  await vi.advanceTimersByTimeAsync(0);
}

/** A request that the network answers, from its beginning to its end. */
function load(sessionId: string | undefined): void {
  const requestId = `of ${sessionId}`;
  const url = 'https://api.example.test/users';
  const request = { url, method: 'GET', headers: {}, initialPriority: 'High' };
  const response = { url, status: 200, statusText: '', headers: {}, mimeType: '', encodedDataLength: 1 };
  const told = { requestId, loaderId: 'L1', type: 'Fetch', timestamp: 100 };
  const began = { ...told, request, wallTime: 1, documentURL: url, initiator: { type: 'script' } };
  tell({ method: 'Network.requestWillBeSent', params: began, sessionId });
  tell({ method: 'Network.responseReceived', params: { ...told, response }, sessionId });
  tell({
    method: 'Network.dataReceived',
    params: { ...told, dataLength: 1, encodedDataLength: 1 },
    sessionId,
  });
  tell({ method: 'Network.loadingFinished', params: { ...told, encodedDataLength: 1 }, sessionId });
}

it('leaves the bodies of a tab in the browser until the page is quiet', async () => {
  load(tab.sessionId);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toEqual([tab.sessionId]);
});

it.each(['worker', 'iframe', 'service_worker'])(
  'takes the bodies of a %s at once: it goes before its tab does',
  async (type) => {
    await attach(type, 'S2');
    load('S2');
    expect(asked).toEqual(['S2']);
  },
);

it('takes the bodies of a window that a page opened at once: a sign-in closes its own', async () => {
  await attach('page', 'S3');
  load('S3');
  expect(asked).toEqual(['S3']);
});

it('hears what was told before it is stopped', async () => {
  await recorder.stop();
  expect(commands).toContain('Runtime.getIsolateId');
});

it('does not wait for ever for a page that does not answer', async () => {
  answers = false;
  const stopped = recorder.stop();
  await vi.advanceTimersByTimeAsync(1000);
  await stopped;
  answers = true;
});

it('says of a body that the browser did not give before the end that it was not recorded', async () => {
  load(tab.sessionId);
  answers = false;
  const stopped = recorder.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  await stopped;
  answers = true;
  const text = Buffer.concat([...sink.pieces()]).toString();
  expect(JSON.parse(text).log.entries[0].response.content.comment).toBe('The body was not recorded.');
});

/** A browser with one tab that has loaded something; `hidden`: what it makes of a page that nobody shall see. */
async function browserWith(hidden: 'other' | 'page' | 'refused'): Promise<string[]> {
  const told: string[] = [];
  const targetInfo = { targetId: 'T9', type: hidden, url: 'about:blank' };
  const link: CdpLink = {
    send: async <Result>(method: string) => {
      told.push(method);
      if (method === 'Target.createTarget' && hidden === 'refused') throw new Error('hidden');
      if (method === 'Target.attachToTarget')
        tell({ method: 'Target.attachedToTarget', params: { targetInfo, sessionId: 'H' } });
      return { body: 'x', base64Encoded: false, targetId: 'T9', targetInfo, sessionId: 'H' } as Result;
    },
    listen: (listener) => {
      tell = listener;
    },
    closed: new Promise(() => {}),
  };
  recorder = new Recorder(link, { root: 'browser', sink: new MemoryRecording() });
  await recorder.start();
  await attach('page', 'S1');
  load('S1');
  return told;
}

it('keeps its page that nobody sees, and leaves bodies in the browser for its sake', async () => {
  const told = await browserWith('other');
  expect(told).not.toContain('Target.detachFromTarget');
  expect(told).not.toContain('Network.getResponseBody');
  await vi.advanceTimersByTimeAsync(200);
  expect(told).toContain('Network.getResponseBody');
});

it('takes bodies at once in a browser that has no page that nobody sees', async () => {
  const told = await browserWith('refused');
  expect(told).toContain('Network.getResponseBody');
});

it('closes the tab that an older browser makes of it, and takes bodies at once there, too', async () => {
  const told = await browserWith('page');
  expect(told).toContain('Target.closeTarget');
  expect(told).toContain('Network.getResponseBody');
});
