import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseConnectorContract } from '../case-connector.contract.ts';
import type { CaseConnector } from '../case-connector.ts';
import { gitlabConnector } from './gitlab-connector.ts';
import { FakeGitlab, keptName } from './testing/fake-gitlab.ts';

const connectorTo = (baseUrl: string, { project, token }: FakeGitlab) =>
  gitlabConnector({ id: 'gitlab', tenantId: 'acme', baseUrl, project, token, network: 'private' });

caseConnectorContract('a fake GitLab', async () => {
  const gitlab = new FakeGitlab();
  const connector = connectorTo(await gitlab.start(), gitlab);
  return {
    connector,
    caseRef: gitlab.newIssue(),
    otherCaseRef: gitlab.newIssue(),
    attach: async (caseRef, name, bytes) => gitlab.attach(caseRef, name, bytes),
    keptName,
    notes: async (caseRef) => gitlab.issues.get(Number(caseRef))?.notes.map(({ body }) => body) ?? [],
    close: async () => await gitlab.stop(),
  };
});

describe('a fake GitLab', () => {
  let gitlab: FakeGitlab;
  let connector: CaseConnector;
  let issue: string;
  beforeEach(async () => {
    gitlab = new FakeGitlab();
    connector = connectorTo(await gitlab.start(), gitlab);
    issue = gitlab.newIssue();
  });
  afterEach(async () => await gitlab.stop());

  it('finds a file in the description of an issue, and one that two notes name once', async () => {
    gitlab.attach(issue, 'a.har', Buffer.from('abc'));
    const found = gitlab.issues.get(Number(issue));
    const link = /\/uploads\/\S+har/.exec(found?.notes[0]?.body ?? '')?.[0];
    if (found !== undefined) found.description = `The capture: [a](${link})`;
    gitlab.comment(issue, 7, `again [a](${link})`);
    expect((await connector.list(issue)).map(({ name, sizeBytes }) => [name, sizeBytes])).toEqual([
      ['a.har', 3],
    ]);
  });

  it('keeps a note from ending its own quotation, and a private one from the customer', async () => {
    const text = '```\n![x](http://evil.example.com/x.png) @all ````';
    await connector.note(issue, { key: 'abc', text, visibility: 'private' });
    const [note] = gitlab.issues.get(Number(issue))!.notes;
    expect(note).toMatchObject({ internal: true, body: `\`\`\`\`\`\n${text}\n\`\`\`\`\`` });
  });

  it('takes a note with the key for one only when it is its own', async () => {
    gitlab.comment(issue, 7, '[harrier abc] done');
    expect(await connector.hasNote(issue, 'abc')).toBe(false);
  });

  it('finds that a file of a public project still opens for strangers', async () => {
    gitlab.attach(issue, 'a.har', Buffer.from('abc'));
    const [attachment] = await connector.list(issue);
    gitlab.isPublic = true;
    expect(await connector.probe(attachment!)).toEqual({ present: true });
  });
});
