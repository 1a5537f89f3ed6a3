import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseConnectorContract } from '../case-connector.contract.ts';
import type { CaseConnector } from '../case-connector.ts';
import { salesforceConnector } from './salesforce-connector.ts';
import { FakeSalesforce } from './testing/fake-salesforce.ts';

const connectorTo = (baseUrl: string, { consumerKey, consumerSecret }: FakeSalesforce, more: object = {}) =>
  salesforceConnector({
    id: 'salesforce',
    tenantId: 'acme',
    baseUrl,
    consumerKey,
    consumerSecret,
    network: 'private',
    ...more,
  });

caseConnectorContract('a fake Salesforce', async () => {
  const salesforce = new FakeSalesforce();
  const connector = connectorTo(await salesforce.start(), salesforce);
  return {
    connector,
    caseRef: salesforce.newCase(),
    otherCaseRef: salesforce.newCase(),
    attach: async (caseRef, name, bytes) => void salesforce.attach(caseRef, name, bytes),
    notes: async (caseRef) =>
      salesforce.posts.filter(({ ParentId }) => ParentId === caseRef).map(({ Body }) => Body),
    close: async () => await salesforce.stop(),
  };
});

describe('a fake Salesforce', () => {
  let salesforce: FakeSalesforce;
  let baseUrl: string;
  let connector: CaseConnector;
  let caseRef: string;
  beforeEach(async () => {
    salesforce = new FakeSalesforce();
    baseUrl = await salesforce.start();
    connector = connectorTo(baseUrl, salesforce);
    caseRef = salesforce.newCase();
  });
  afterEach(async () => await salesforce.stop());

  it('does not let the connector in with another secret, and no error tells it', async () => {
    const other = connectorTo(baseUrl, salesforce, { consumerSecret: ['other', 'secret'].join('-') });
    const refused = await other.list(caseRef).catch((error: Error) => error);
    expect(refused).toBeInstanceOf(Error);
    expect(String((refused as Error).message)).not.toContain('other-secret');
  });

  it('says until when what was removed lies in the bin', async () => {
    const nowMs = Date.parse('2026-06-02T00:00:00Z');
    const now = connectorTo(baseUrl, salesforce, { now: () => nowMs });
    salesforce.attach(caseRef, 'a.har', Buffer.from('abc'));
    const [attachment] = await now.list(caseRef);
    expect(await now.remove(attachment!, '')).toMatchObject({
      level: 'P2',
      untilMs: nowMs + 15 * 86_400_000,
    });
  });

  it('leaves a newer version of a file alone', async () => {
    const { ContentDocumentId } = salesforce.attach(caseRef, 'a.har', Buffer.from('abc'));
    const [attachment] = await connector.list(caseRef);
    salesforce.replace(ContentDocumentId, Buffer.from('xyz'));
    await expect(connector.remove(attachment!, '')).rejects.toMatchObject({ code: 'case-system/not-found' });
    expect(await connector.list(caseRef)).toHaveLength(1);
  });

  it('tells nothing of files that belong to no case', async () => {
    salesforce.attach('001000000000001AAA', 'contract.pdf', Buffer.from('abc'));
    expect((await connector.poll(undefined, 10)).attachments).toEqual([]);
  });

  it('takes a note with the key for one only when it is its own', async () => {
    salesforce.post(caseRef, '005000000000009AAA', '[harrier abc] done');
    expect(await connector.hasNote(caseRef, 'abc')).toBe(false);
  });
});
