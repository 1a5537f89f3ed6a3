import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { caseConnectorContract } from '../case-connector.contract.ts';
import { objectOf } from '../http/json-shape.ts';
import { requestTrackerConnector } from './request-tracker-connector.ts';
import { type RequestTrackerServer, startRequestTracker } from './testing/request-tracker-server.ts';

// One of two cores busy with something else, and a page of a real one takes seconds.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let server: RequestTrackerServer;
beforeAll(async () => {
  server = await startRequestTracker();
});
afterAll(async () => await server?.stop());

const connectorTo = (token: string, queue: string) =>
  requestTrackerConnector({
    id: 'rt',
    tenantId: 'acme',
    baseUrl: server.baseUrl,
    token,
    account: 'harrier',
    queue,
    network: 'private',
  });

async function asCustomer(method: string, address: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${server.baseUrl}REST/2.0/${address}`, {
    method,
    headers: {
      authorization: `token ${server.customerToken}`,
      'content-type': 'application/json',
      // A kept connection may be closed by the server in the moment that it is used again, and a POST is not repeated.
      connection: 'close',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`Request Tracker answered ${answer.status}: ${await answer.text()}`);
  return await answer.json();
}

async function attach(caseRef: string, FileName: string, bytes: Uint8Array): Promise<void> {
  const FileContent = Buffer.from(bytes).toString('base64');
  const file = { FileName, FileType: 'application/octet-stream', FileContent };
  const message = { Content: 'see file', ContentType: 'text/plain', Attachments: [file] };
  await asCustomer('POST', `ticket/${caseRef}/correspond`, message);
}

async function newTicket(queue: string): Promise<string> {
  return String(objectOf(await asCustomer('POST', 'ticket', { Queue: queue, Subject: 'It fails' })).id);
}

async function notes(caseRef: string): Promise<string[]> {
  const found = objectOf(await asCustomer('GET', `ticket/${caseRef}/attachments?per_page=100`)).items as {
    id: string;
  }[];
  const texts: string[] = [];
  for (const { id } of found) {
    const { ContentType, Content } = objectOf(await asCustomer('GET', `attachment/${id}`));
    if (ContentType === 'text/plain') texts.push(Buffer.from(String(Content), 'base64').toString('utf8'));
  }
  return texts;
}

let queues = 0;
/** A queue for each, so that the contract's cases see nothing of each other. */
async function newQueue(): Promise<string> {
  const Name = `queue-${++queues}`;
  await asCustomer('POST', 'queue', { Name });
  return Name;
}

caseConnectorContract('a real Request Tracker', async () => {
  const queue = await newQueue();
  return {
    connector: connectorTo(server.token, queue),
    caseRef: await newTicket(queue),
    otherCaseRef: await newTicket(queue),
    attach,
    // Its API takes names in ASCII alone: others answer 500, or come out mangled.
    oddName: "trace 'u' (1).har",
    notes,
    close: async () => {},
  };
});

describe('a real Request Tracker', () => {
  it('takes and gives back a file that is more than one piece', async () => {
    const queue = await newQueue();
    const connector = connectorTo(server.token, queue);
    const caseRef = await newTicket(queue);
    const content = Buffer.alloc(300_001, 'har');
    const put = await connector.put(caseRef, {
      name: 'big.har',
      mediaType: 'application/json',
      sizeBytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      visibility: 'private',
      key: 'big',
      bytes: async () =>
        (async function* () {
          for (let at = 0; at < content.length; at += 50_000) yield content.subarray(at, at + 50_000);
        })(),
    });
    const parts: Uint8Array[] = [];
    for await (const part of await connector.open(put)) parts.push(part);
    expect(Buffer.concat(parts).equals(content)).toBe(true);
  });

  it('does not know a wrong token, and says so', async () => {
    const queue = await newQueue();
    const ticket = await newTicket(queue);
    const wrong = connectorTo('1-2-0123456789abcdef0123456789abcdef', queue).list(ticket);
    await expect(wrong).rejects.toMatchObject({ code: 'case-system/not-signed-in' });
  });

  it('takes a note with the key for one only when it is its own', async () => {
    const queue = await newQueue();
    const ticket = await newTicket(queue);
    const forged = {
      Subject: '[harrier note abc]',
      Content: '[harrier abc] done',
      ContentType: 'text/plain',
    };
    await asCustomer('POST', `ticket/${ticket}/comment`, forged);
    expect(await connectorTo(server.token, queue).hasNote(ticket, 'abc')).toBe(false);
  });
});
