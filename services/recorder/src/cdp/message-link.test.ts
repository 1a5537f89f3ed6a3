import { expect, it } from 'vitest';
import type { CdpEvent } from './cdp-link.ts';
import { messageLink } from './message-link.ts';

const session = 'A'.repeat(32);
const other = 'B'.repeat(32);
const event = (method: string, sessionId: string) => JSON.stringify({ method, params: {}, sessionId });

function linked() {
  let arrive: (text: string) => void = () => {};
  let close = () => {};
  const sent: string[] = [];
  const link = messageLink({
    send: (text) => void sent.push(text),
    listen: (listener) => {
      arrive = listener;
    },
    closed: new Promise((resolve) => {
      close = resolve;
    }),
  });
  const told: string[] = [];
  link.listen(({ method }: CdpEvent) => told.push(method));
  return { link, sent, told, arrive: (text: string) => arrive(text), close: () => close() };
}

it('tells events at once, unless they may be late', async () => {
  const { link, told, arrive } = linked();
  link.mayBeLate?.(session);
  arrive(event('Network.loadingFinished', other));
  expect(told).toEqual(['Network.loadingFinished']);
  arrive(event('Network.dataReceived', session));
  arrive(event('Target.attachedToTarget', session));
  expect(told).toEqual(['Network.loadingFinished', 'Target.attachedToTarget']);
  link.catchUp?.();
  expect(told.at(-1)).toBe('Network.dataReceived');
});

it('gives an answer at once, whatever waits', async () => {
  const { link, told, arrive } = linked();
  link.mayBeLate?.(session);
  arrive(event('Network.dataReceived', session));
  const answer = link.send('Network.getResponseBody', {}, session);
  arrive(JSON.stringify({ id: 1, result: { body: 'x' }, sessionId: session }));
  expect(await answer).toEqual({ body: 'x' });
  expect(told).toEqual([]);
});

it('tells what was late before it says that the connection has ended', async () => {
  const { link, told, arrive, close } = linked();
  link.mayBeLate?.(session);
  arrive(event('Network.dataReceived', session));
  const unanswered = link.send('Network.getResponseBody', {}, session);
  close();
  await expect(unanswered).rejects.toThrow('the connection ended');
  await link.closed;
  expect(told).toEqual(['Network.dataReceived']);
});
