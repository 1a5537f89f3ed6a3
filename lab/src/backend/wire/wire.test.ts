import { describe, expect, it } from 'vitest';
import type { HopFault } from './hop-fault.ts';
import { type HopRequest, jsonResponse } from './message.ts';
import { HopTimeout, openWire } from './wire.ts';

const request: HopRequest = {
  method: 'POST',
  host: 'echo.example.test',
  target: '/a?b=1',
  fields: [],
  body: 'hello',
  peer: '10.0.0.1:5000',
};

function wireWith(...faults: HopFault[]) {
  const wire = openWire({ faults });
  const heard: string[] = [];
  wire.add({
    machine: 'echo',
    host: 'echo.example.test',
    answer: async ({ body }) => {
      heard.push(body);
      return jsonResponse(200, body);
    },
  });
  return { heard, ask: (timeoutMs = 5000) => wire.send(request, { timeoutMs }), close: () => wire.close() };
}

describe('the wire between services', () => {
  it('changes what arrives, and neither side knows', async () => {
    const { heard, ask } = wireWith({ to: 'echo', alterRequest: (r) => ({ ...r, body: r.body.slice(1) }) });
    await ask();
    expect(heard).toEqual(['ello']);
  });

  it('answers in place of a service, as often as it was told', async () => {
    const { heard, ask } = wireWith({ to: 'echo', times: 1, answerInstead: () => jsonResponse(503, {}) });
    expect((await ask()).status).toBe(503);
    expect((await ask()).status).toBe(200);
    expect(heard).toEqual(['hello']);
  });

  it('leaves requests alone that the fault is not about', async () => {
    const { ask } = wireWith({ to: 'echo', when: ({ method }) => method === 'PATCH', silent: true });
    expect((await ask()).status).toBe(200);
  });

  it('gives up on a service that never answers', async () => {
    const { heard, ask } = wireWith({ to: 'echo', silent: true });
    await expect(ask(20)).rejects.toMatchObject({ name: 'HopTimeout', afterMs: 20 });
    expect(heard).toEqual([]);
  });

  it('ends every wait when it is closed', async () => {
    const { ask, close } = wireWith({ to: 'echo', silent: true });
    const asked = ask(3_600_000);
    close();
    await expect(asked).rejects.toBeInstanceOf(HopTimeout);
  });
});
