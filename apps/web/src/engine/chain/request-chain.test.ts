import { memorySource, openCapture } from '@harrier/har';
import { describe, expect, it, vi } from 'vitest';
import { nextTurn, WaitedFor } from '../turn.ts';
import { ChainFinder } from './request-chain.ts';

const entry = (
  at: number,
  url: string,
  more: { method?: string; status?: number; location?: string; initiator?: object; headers?: object[] } = {},
) => ({
  startedDateTime: new Date(Date.UTC(2026, 0, 1) + at).toISOString(),
  time: 5,
  request: { method: more.method ?? 'GET', url, headers: more.headers ?? [] },
  response: {
    status: more.status ?? 200,
    headers: more.location === undefined ? [] : [{ name: 'Location', value: more.location }],
    content: {},
  },
  timings: { send: 0, wait: 5, receive: 0 },
  ...(more.initiator === undefined ? {} : { _initiator: more.initiator }),
});

const page = 'https://app.example.test/';
const script = 'https://app.example.test/main.js';
const api = 'https://api.example.test/users';
const stack = {
  callFrames: [
    {
      functionName: 'scheduleTask',
      url: 'https://app.example.test/polyfills.js',
      lineNumber: 0,
      columnNumber: 0,
    },
    { functionName: 'load', url: script, lineNumber: 4, columnNumber: 2 },
  ],
};

const entries = [
  entry(0, 'https://app.example.test/old', { status: 302, location: '/' }),
  entry(10, page),
  entry(20, script, { initiator: { type: 'parser', url: page } }),
  // Written before its request, as some exporters sort.
  entry(29, api, {
    method: 'OPTIONS',
    headers: [{ name: 'Access-Control-Request-Method', value: 'GET' }],
  }),
  entry(30, api, { initiator: { type: 'script', stack }, status: 503 }),
  entry(1030, api, { initiator: { type: 'script', stack } }),
];

async function finder(): Promise<ChainFinder> {
  const text = JSON.stringify({ log: { version: '1.2', entries } });
  const capture = await openCapture(memorySource(new TextEncoder().encode(text)), { engine: 'typescript' });
  return new ChainFinder(capture);
}

async function chainOf(row: number) {
  const { ancestors, children, ...rest } = await (await finder()).chainOf(row);
  const told = (rows: typeof ancestors) => rows.map(({ row: at, link }) => `${link} ${at}`);
  return { ancestors: told(ancestors), children: told(children), ...rest };
}

describe('the chain of a request', () => {
  it('goes from a call over its script and its page to the redirect that led there', async () => {
    expect((await chainOf(4)).ancestors).toEqual(['initiator 2', 'initiator 1', 'redirect 0']);
  });

  it('names what a script caused, not what frameworks stood in between', async () => {
    expect((await chainOf(2)).children).toEqual(['initiator 4', 'initiator 5']);
  });

  it('joins a preflight with the request that it asked for', async () => {
    expect((await chainOf(3)).ancestors[0]).toBe('preflight 4');
  });

  it('tells the attempts at the same thing, in their order', async () => {
    expect((await chainOf(5)).attempts).toEqual([4, 5]);
  });

  it('stands back while somebody waits for something else', async () => {
    let nowMs = 0;
    // Every look at the clock is the end of a turn.
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
      nowMs += 1000;
      return nowMs;
    });
    const waitedFor = new WaitedFor();
    let answer = (): void => {};
    const waiting = waitedFor.first(
      new Promise<void>((resolve) => {
        answer = resolve;
      }),
    );
    let isFound = false;
    const found = (await finder()).chainOf(4, undefined, waitedFor).finally(() => {
      isFound = true;
    });
    for (let turn = 0; turn < 100; turn++) await nextTurn();
    expect(isFound).toBe(false);
    answer();
    await waiting;
    expect((await found).ancestors).toHaveLength(3);
    clock.mockRestore();
  });

  it('ends where everything was looked at, and says so', async () => {
    expect(await chainOf(0)).toEqual({
      ancestors: [],
      children: ['redirect 1'],
      attempts: [0],
      isCut: false,
    });
  });

  it('lets whoever asks next in while it searches, and is given up then', async () => {
    const searching = new AbortController();
    const chains = await finder();
    // Every look at the clock is late: each row ends a turn.
    let ms = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (ms += 100));
    try {
      const chain = chains.chainOf(4, searching.signal);
      searching.abort('somebody asks for another');
      await expect(chain).rejects.toBe('somebody asks for another');
    } finally {
      clock.mockRestore();
    }
  });
});
