import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { caseConnectorContract } from '../case-connector.contract.ts';
import { redmineConnector } from './redmine-connector.ts';
import { type RedmineServer, startRedmine } from './testing/redmine-server.ts';

// One of two cores busy with something else, and a page of a real one takes seconds.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let server: RedmineServer;
beforeAll(async () => {
  server = await startRedmine();
});
afterAll(async () => await server?.stop());

const connectorTo = (apiKey: string) =>
  redmineConnector({
    id: 'redmine',
    tenantId: 'acme',
    baseUrl: server.baseUrl,
    apiKey,
    network: 'private',
    project: 'support',
  });

async function asCustomer(method: string, address: string, body: unknown, type = 'application/json') {
  const answer = await fetch(`${server.baseUrl}${address}`, {
    method,
    headers: { 'x-redmine-api-key': server.customerKey, 'content-type': type },
    ...(body === undefined
      ? {}
      : { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`Redmine answered ${answer.status}`);
  return answer;
}

async function attach(caseRef: string, filename: string, bytes: Uint8Array): Promise<void> {
  const query = new URLSearchParams({ filename });
  const upload = await asCustomer('POST', `uploads.json?${query}`, bytes, 'application/octet-stream');
  const { token } = ((await upload.json()) as { upload: { token: string } }).upload;
  await asCustomer('PUT', `issues/${caseRef}.json`, { issue: { uploads: [{ token, filename }] } });
}

async function notes(caseRef: string): Promise<string[]> {
  const answer = await asCustomer('GET', `issues/${caseRef}.json?include=journals`, undefined);
  const { issue } = (await answer.json()) as { issue: { journals: { notes?: string }[] } };
  return issue.journals.map((journal) => journal.notes ?? '');
}

/** Every earlier issue goes first: the contract's cases see nothing of each other. */
async function emptied(): Promise<void> {
  const answer = await asCustomer('GET', 'issues.json?status_id=*&limit=100', undefined);
  const { issues } = (await answer.json()) as { issues: { id: number }[] };
  for (const { id } of issues) await asCustomer('DELETE', `issues/${id}.json`, undefined);
}

caseConnectorContract('a real Redmine', async () => {
  await emptied();
  return {
    connector: connectorTo(server.apiKey),
    caseRef: await server.newIssue(),
    otherCaseRef: await server.newIssue(),
    attach,
    // No name keeps characters that some file system does not know.
    keptName: (name) => name.replaceAll(/[/?%*:|"'<>\n\r]+/g, '_'),
    notes,
    close: async () => {},
  };
});

describe('a real Redmine', () => {
  const canary = ['canary', 'of', 'this', 'test'].join('-');
  const onDisk = () =>
    readdirSync(path.join(server.folder, 'files'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .filter((entry) => readFileSync(path.join(entry.parentPath, entry.name)).includes(canary)).length;

  it('has no byte of a removed file left on its disk (P3), unless the same bytes are attached elsewhere', async () => {
    const connector = connectorTo(server.apiKey);
    const [one, two] = [await server.newIssue(), await server.newIssue()];
    const bytes = Buffer.from(`{"log":{"comment":"${canary}"}}`);
    await attach(one, 'a.har', bytes);
    await attach(two, 'b.har', bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const removeFrom = async (caseRef: string) => {
      const [attachment] = await connector.list(caseRef);
      const receipt = await connector.remove(attachment!, sha256);
      expect(await connector.probe(attachment!)).toEqual({ present: false, ...receipt });
      return receipt;
    };
    const receipt = await removeFrom(one);
    expect(onDisk()).toBe(1);
    expect(receipt.residual).toContain('same-content-elsewhere');
    await removeFrom(two);
    expect(onDisk()).toBe(0);
  });

  it('gives an id to another file, which is left alone', async () => {
    const connector = connectorTo(server.apiKey);
    const issue = await server.newIssue();
    await attach(issue, 'original.har', Buffer.from('original'));
    const [original] = await connector.list(issue);
    await connector.remove(original!, '');
    await attach(issue, 'other.har', Buffer.from('another one'));
    const reused = { ...original!, id: (await connector.list(issue))[0]!.id };
    expect(await connector.probe(reused)).toMatchObject({ present: false });
    await expect(connector.remove(reused, '')).rejects.toMatchObject({ code: 'case-system/not-found' });
    await expect(connector.open(reused)).rejects.toMatchObject({ code: 'case-system/not-found' });
  });

  it('says that a file is above its limit', async () => {
    const connector = connectorTo(server.apiKey);
    const { maxBytes } = await connector.capabilities();
    const content = Buffer.alloc(maxBytes + 1);
    const put = connector.put(await server.newIssue(), {
      name: 'big.har',
      mediaType: 'application/json',
      sizeBytes: content.length,
      sha256: '',
      visibility: 'public',
      key: 'big',
      bytes: async () =>
        (async function* () {
          yield content;
        })(),
    });
    await expect(put).rejects.toMatchObject({ code: 'case-system/too-large' });
  });

  it('does not know a wrong key, and says so', async () => {
    const issue = await server.newIssue();
    await expect(connectorTo('wrong').list(issue)).rejects.toMatchObject({
      code: 'case-system/not-signed-in',
    });
  });

  it('shows a note as it was written, whatever stands in it', async () => {
    const connector = connectorTo(server.apiKey);
    const issue = await server.newIssue();
    const hostile = [
      '<script>alert(1)</script>',
      '</pre><img src=x onerror=alert(1)>',
      '!http://evil.example.com/x.png!',
      '"click":http://evil.example.com/',
      '[click](http://evil.example.com/)',
      '{{collapse(x)}} #1 user:admin attachment:a.har',
    ].join('\n');
    await connector.note(issue, { key: 'abc', text: `[harrier abc] ${hostile}`, visibility: 'public' });
    const signedIn = { headers: { 'x-redmine-api-key': server.customerKey } };
    const page = await (await fetch(`${server.baseUrl}issues/${issue}`, signedIn)).text();
    const [, shown = ''] =
      /<div[^>]*class="wiki"[^>]*>(.*?)<\/div>/s.exec(page.slice(page.indexOf('journal-'))) ?? [];
    expect(shown).toContain('&lt;script&gt;');
    for (const live of ['<script', '<img', '<a ', 'onerror=alert(1)>']) expect(shown).not.toContain(live);
  });

  it('takes a note with the key for one only when it is its own', async () => {
    const connector = connectorTo(server.apiKey);
    const issue = await server.newIssue();
    await asCustomer('PUT', `issues/${issue}.json`, { issue: { notes: '[harrier abc] done' } });
    expect(await connector.hasNote(issue, 'abc')).toBe(false);
  });
});
