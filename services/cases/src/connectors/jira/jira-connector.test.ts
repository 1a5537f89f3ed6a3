import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseConnectorContract } from '../case-connector.contract.ts';
import type { CaseConnector } from '../case-connector.ts';
import { jiraConnector } from './jira-connector.ts';
import { FakeJira } from './testing/fake-jira.ts';

const connectorTo = (baseUrl: string, jira: FakeJira, more: object = {}) =>
  jiraConnector({
    id: 'jira',
    tenantId: 'acme',
    baseUrl,
    token: jira.token,
    project: 'SUP',
    network: 'private',
    ...more,
  });

for (const kind of ['Data Center', 'Cloud'])
  caseConnectorContract(`a fake Jira of ${kind}`, async () => {
    const jira = new FakeJira();
    const account = kind === 'Cloud' ? { account: jira.account } : {};
    const connector = connectorTo(await jira.start(), jira, account);
    return {
      connector,
      caseRef: jira.newIssue(),
      otherCaseRef: jira.newIssue(),
      attach: async (caseRef, name, bytes) => void jira.attach(caseRef, name, bytes),
      notes: async (caseRef) => jira.issues.get(caseRef)?.comments.map(({ body }) => body) ?? [],
      close: () => jira.stop(),
    };
  });

describe('a fake Jira', () => {
  let jira: FakeJira;
  let baseUrl: string;
  let connector: CaseConnector;
  beforeEach(async () => {
    jira = new FakeJira();
    baseUrl = await jira.start();
    connector = connectorTo(baseUrl, jira);
  });
  afterEach(async () => await jira.stop());

  it('is asked to wait, and the wait is told', async () => {
    jira.failures.push({ status: 429, fields: { 'retry-after': '12' } });
    await expect(connector.list(jira.newIssue())).rejects.toMatchObject({
      code: 'case-system/busy',
      retryAfterMs: 12_000,
    });
  });

  it('begins a run anew in the cloud when the token of its next page has ended', async () => {
    const cloud = connectorTo(baseUrl, jira, { account: jira.account });
    for (const name of ['a.har', 'b.har']) jira.attach(jira.newIssue(), name, Buffer.from(name));
    const { cursor, more } = await cloud.poll(undefined, 1);
    expect(more).toBe(true);
    jira.endPageTokens();
    const { attachments } = await cloud.poll(cursor, 1);
    expect(attachments.map(({ name }) => name)).toEqual(['a.har']);
  });

  it('claims of a removal no more than that it is gone from pages and API', async () => {
    const issue = jira.newIssue();
    jira.attach(issue, 'a.har', Buffer.from('secret'));
    const [attachment] = await connector.list(issue);
    const receipt = await connector.remove(attachment!, '');
    expect(receipt).toMatchObject({
      level: 'P1',
      residual: expect.arrayContaining(['mail-copies', 'backups']),
    });
    expect(await connector.probe(attachment!)).toEqual({ present: false, ...receipt });
  });

  it('keeps a note from ending its own quotation, and a private one from the customer', async () => {
    const issue = jira.newIssue();
    const service = connectorTo(baseUrl, jira, { serviceManagement: true });
    const text = 'a {noformat} [click|http://evil.example.com] !http://evil.example.com/x.png!';
    await service.note(issue, { key: 'abc', text, visibility: 'private' });
    const [comment] = jira.issues.get(issue)!.comments;
    expect(comment!.body.split('{noformat}')).toHaveLength(3);
    expect(comment!.properties).toEqual([{ key: 'sd.public.comment', value: { internal: true } }]);
  });

  it('takes a note with the key for one only when it is its own', async () => {
    const issue = jira.newIssue();
    jira.comment(issue, 'customer', '[harrier abc] done');
    expect(await connector.hasNote(issue, 'abc')).toBe(false);
  });
});
