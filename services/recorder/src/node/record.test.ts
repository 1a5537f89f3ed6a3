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

it('opens no page while the keeper is starting, which would take the processor from it', async () => {
  let tellReady = () => {};
  const ready = new Promise<void>((resolve) => {
    tellReady = resolve;
  });
  const sent: string[] = [];
  const link: CdpLink = {
    send: async <Result>(method: string) => {
      sent.push(method);
      return { product: 'Chrome/130.0', userAgent: 'x' } as Result;
    },
    listen: () => {},
    closed: new Promise(() => {}),
  };
  const person = new AbortController();
  const wanted = { ...request, url: 'https://portal.example.test/', signal: person.signal };
  const recorded = recordLink(link, wanted, task, undefined, () => ({ ...keeperOf(), ready }));
  await vi.waitFor(() => expect(sent).toContain('Target.setAutoAttach'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(sent).not.toContain('Target.createTarget');
  tellReady();
  await vi.waitFor(() => expect(sent).toContain('Target.createTarget'));
  person.abort();
  await recorded;
});
