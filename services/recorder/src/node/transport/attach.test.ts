import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { attachToBrowser } from './attach.ts';

/** What attaching to a server with this answer at `/json/version` ends with. */
async function attachedTo(answer: RequestListener): Promise<unknown> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await attachToBrowser(String((server.address() as AddressInfo).port)).catch((error) => error);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

it.each<[string, RequestListener]>([
  ['a page', (_, response) => response.end('<!doctype html>')],
  ['JSON that names no debugger', (_, response) => response.end('{}')],
  ['an address that is none', (_, response) => response.end('{"webSocketDebuggerUrl":7}')],
])('says that %s is no browser', async (_, answer) => {
  expect(await attachedTo(answer)).toMatchObject({ code: 'record/not-reachable' });
});

it('does not listen for ever to who never stops talking', async () => {
  const talk: RequestListener = (_, response) => {
    const more = () => {
      while (response.write('x'.repeat(65_536)));
    };
    response.on('drain', more);
    more();
  };
  expect(await attachedTo(talk)).toMatchObject({ code: 'record/not-reachable' });
});

it('goes to no other machine, though a port of this one sends it there', async () => {
  const elsewhere = { webSocketDebuggerUrl: 'ws://portal.example.test/devtools' };
  const answer: RequestListener = (_, response) => response.end(JSON.stringify(elsewhere));
  expect(await attachedTo(answer)).toMatchObject({ code: 'record/not-local' });
});
