import { expect, it, vi } from 'vitest';
import { CdpError, type CdpLink } from '../cdp/cdp-link.ts';
import type { RunningKeeper } from './keeper/start-keeper.ts';
import { type RecordRequest, recordLink } from './record.ts';

const task = { file: 'a.har', policy: 'raw' } as const;
const request: RecordRequest = {
  url: undefined,
  browser: { kind: 'attach', where: '9222' },
  task,
  version: '1.0.0',
  signal: AbortSignal.abort(),
};

/** A browser that answers its version, and `setAutoAttach` with this number of an error. */
function linkThatRefuses(code: number | undefined): CdpLink {
  return {
    send: async <Result>(method: string) => {
      if (method === 'Target.setAutoAttach') throw new CdpError(method, code);
      return { product: 'Chrome/130.0', userAgent: 'x' } as Result;
    },
    listen: () => {},
    closed: code === undefined ? Promise.resolve() : new Promise(() => {}),
  };
}

function keeperOf() {
  const kept = { file: task.file, sizeBytes: 1, entries: 0, end: 'browser-gone', pictures: [] } as const;
  const keeper: RunningKeeper = {
    ready: Promise.resolve(),
    gone: new Promise(() => {}),
    waitingBytes: 0,
    entry: () => {},
    amend: () => {},
    page: () => {},
    picture: () => {},
    head: () => {},
    finish: vi.fn(async () => kept),
    drop: vi.fn(async () => {}),
  };
  return keeper;
}

it('makes no capture where a browser that is there refuses to be recorded, and says why', async () => {
  const keeper = keeperOf();
  const recorded = recordLink(linkThatRefuses(-32000), request, task, undefined, () => keeper);
  await expect(recorded).rejects.toThrow('Target.setAutoAttach was refused (-32000)');
  expect(keeper.drop).toHaveBeenCalledOnce();
  expect(keeper.finish).not.toHaveBeenCalled();
});

it('keeps what there is of a browser that is gone already', async () => {
  const keeper = keeperOf();
  await recordLink(linkThatRefuses(undefined), request, task, undefined, () => keeper);
  expect(keeper.drop).not.toHaveBeenCalled();
  expect(keeper.finish).toHaveBeenCalledOnce();
});

/** A browser that answers everything but the methods that are named, and what it was sent. */
function linkThatAnswers(...never: readonly string[]): { readonly link: CdpLink; readonly sent: string[] } {
  const sent: string[] = [];
  const link: CdpLink = {
    send: async <Result>(method: string) => {
      sent.push(method);
      if (never.includes(method)) await new Promise(() => {});
      return { product: 'Chrome/130.0', userAgent: 'x' } as Result;
    },
    listen: () => {},
    closed: new Promise(() => {}),
  };
  return { link, sent };
}

function settledLater(): { readonly promise: Promise<void>; readonly settle: () => void } {
  let settle = () => {};
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}

const url = 'https://portal.example.test/';

it('opens no page while the keeper is starting, which would take the processor from it', async () => {
  const { promise: ready, settle: tellReady } = settledLater();
  const { link, sent } = linkThatAnswers();
  const person = new AbortController();
  const wanted = { ...request, url, signal: person.signal };
  const recorded = recordLink(link, wanted, task, undefined, () => ({ ...keeperOf(), ready }));
  await vi.waitFor(() => expect(sent).toContain('Target.setAutoAttach'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(sent).not.toContain('Target.createTarget');
  tellReady();
  await vi.waitFor(() => expect(sent).toContain('Target.createTarget'));
  person.abort();
  await recorded;
});

it('counts its time from when it has begun, however long that takes', async () => {
  const { promise: ready, settle: tellReady } = settledLater();
  const { link, sent } = linkThatAnswers();
  const keeper = keeperOf();
  vi.useFakeTimers();
  try {
    const wanted = { ...request, url, seconds: 6, signal: new AbortController().signal };
    const recorded = recordLink(link, wanted, task, undefined, () => ({ ...keeper, ready }));
    await vi.advanceTimersByTimeAsync(10_000);
    tellReady();
    await vi.advanceTimersByTimeAsync(5_900);
    expect(sent).toContain('Target.createTarget');
    expect(keeper.finish).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(5_000);
    await recorded;
    expect(keeper.finish).toHaveBeenCalledWith('time', expect.anything());
  } finally {
    vi.useRealTimers();
  }
});

it('ends when a person wants it to while the page has not answered yet', async () => {
  const { link, sent } = linkThatAnswers('Target.createTarget');
  const keeper = keeperOf();
  const person = new AbortController();
  const recorded = recordLink(
    link,
    { ...request, url, signal: person.signal },
    task,
    undefined,
    () => keeper,
  );
  await vi.waitFor(() => expect(sent).toContain('Target.createTarget'));
  person.abort();
  await recorded;
  expect(keeper.finish).toHaveBeenCalledWith('person', expect.anything());
});
