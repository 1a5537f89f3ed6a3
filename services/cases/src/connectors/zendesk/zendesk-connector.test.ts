import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseConnectorContract } from '../case-connector.contract.ts';
import type { CaseConnector } from '../case-connector.ts';
import { FakeZendesk } from './testing/fake-zendesk.ts';
import { zendeskConnector } from './zendesk-connector.ts';

const connectorTo = (baseUrl: string, { account, token }: FakeZendesk) =>
  zendeskConnector({ id: 'zendesk', tenantId: 'acme', baseUrl, account, token, network: 'private' });

caseConnectorContract('a fake Zendesk', async () => {
  const zendesk = new FakeZendesk();
  const connector = connectorTo(await zendesk.start(), zendesk);
  return {
    connector,
    caseRef: zendesk.newTicket(),
    otherCaseRef: zendesk.newTicket(),
    attach: async (caseRef, name, bytes) => zendesk.attach(caseRef, name, bytes),
    notes: async (caseRef) =>
      zendesk.tickets.get(Number(caseRef))?.comments.map(({ plain_body }) => plain_body) ?? [],
    close: async () => await zendesk.stop(),
  };
});

describe('a fake Zendesk', () => {
  let zendesk: FakeZendesk;
  let connector: CaseConnector;
  let ticket: string;
  beforeEach(async () => {
    zendesk = new FakeZendesk();
    connector = connectorTo(await zendesk.start(), zendesk);
    ticket = zendesk.newTicket();
  });
  afterEach(async () => await zendesk.stop());
  const comments = () => zendesk.tickets.get(Number(ticket))?.comments ?? [];

  it('keeps private files and notes from the customer', async () => {
    const file = { name: 'a.pgp', mediaType: 'application/octet-stream', sizeBytes: 1, sha256: '', key: 'a' };
    const bytes = async () =>
      (async function* () {
        yield Buffer.from('x');
      })();
    await connector.put(ticket, { ...file, visibility: 'private', bytes });
    await connector.note(ticket, { key: 'a', text: 'done', visibility: 'private' });
    expect(comments().map((one) => one.public)).toEqual([false, false]);
  });

  it('begins a look where Zendesk lets it begin', async () => {
    const page = await connector.poll(connector.cursorSince?.(Date.now()), 10);
    expect(page).toMatchObject({ attachments: [], more: false });
  });

  it('says that a closed ticket takes nothing', async () => {
    const found = zendesk.tickets.get(Number(ticket));
    if (found !== undefined) found.closed = true;
    await expect(
      connector.note(ticket, { key: 'a', text: 'done', visibility: 'public' }),
    ).rejects.toMatchObject({
      code: 'case-system/closed',
    });
  });

  it('finds that a removed file still opens at the address that it had', async () => {
    zendesk.attach(ticket, 'a.har', Buffer.from('secret'));
    const [attachment] = await connector.list(ticket);
    await connector.remove(attachment!, '');
    const [comment] = comments();
    // As after a merge: the comment is redacted, and the file lies where it lay.
    const file = comment!.attachments[0]!;
    Object.assign(file, { content: Buffer.from('secret'), deleted: false, file_name: 'redacted.txt' });
    expect(await connector.probe(attachment!)).toEqual({ present: true });
  });

  it('takes a note with the key for one only when it is its own', async () => {
    zendesk.comment(ticket, 7, '[harrier abc] done');
    expect(await connector.hasNote(ticket, 'abc')).toBe(false);
  });

  it('begins at a time, and tells nothing from before', async () => {
    zendesk.attach(ticket, 'old.har', Buffer.from('old'));
    const now = Date.parse('2026-06-01T09:00:00Z');
    expect((await connector.poll(connector.cursorSince?.(now), 10)).attachments).toEqual([]);
  });
});
