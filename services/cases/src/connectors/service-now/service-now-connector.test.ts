import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseConnectorContract } from '../case-connector.contract.ts';
import type { CaseConnector } from '../case-connector.ts';
import { serviceNowConnector } from './service-now-connector.ts';
import { FakeServiceNow } from './testing/fake-service-now.ts';

const connectorTo = (baseUrl: string, password: string) =>
  serviceNowConnector({
    id: 'now',
    tenantId: 'acme',
    baseUrl,
    account: 'harrier',
    password,
    network: 'private',
  });

caseConnectorContract('a fake ServiceNow', async () => {
  const now = new FakeServiceNow();
  return {
    connector: connectorTo(await now.start(), now.password),
    caseRef: now.newCase(),
    otherCaseRef: now.newCase(),
    attach: async (caseRef, name, bytes) => void now.attach(caseRef, name, bytes),
    notes: async (caseRef) =>
      now.journal.filter(({ element_id }) => element_id === caseRef).map(({ value }) => value),
    close: () => now.stop(),
  };
});

describe('a fake ServiceNow', () => {
  let now: FakeServiceNow;
  let connector: CaseConnector;
  let caseRef: string;
  beforeEach(async () => {
    now = new FakeServiceNow();
    connector = connectorTo(await now.start(), now.password);
    caseRef = now.newCase();
  });
  afterEach(async () => await now.stop());

  it('keeps a private note from the customer, and a note from becoming HTML', async () => {
    const text = '[code]<a href="http://evil.example.com">click</a>[/code]';
    await connector.note(caseRef, { key: 'abc', text, visibility: 'private' });
    expect(now.journal[0]).toMatchObject({ element: 'work_notes' });
    expect(now.journal[0]?.value).not.toMatch(/\[\/?code/);
  });

  it('takes a note with the key for one only when it is its own', async () => {
    const note = {
      element_id: caseRef,
      element: 'comments',
      value: '[harrier abc] done',
      sys_created_by: 'customer',
    };
    now.journal.push(note);
    expect(await connector.hasNote(caseRef, 'abc')).toBe(false);
  });

  it('lets no reference become a part of a query', async () => {
    const odd = `${caseRef}^ORtable_sys_idISNOTEMPTY`;
    await expect(connector.list(odd)).rejects.toMatchObject({ code: 'case-system/not-found' });
    await expect(connector.hasNote(odd, 'abc')).rejects.toMatchObject({ code: 'case-system/not-found' });
  });

  it('lists all attachments of a case that has more than a page of them', async () => {
    for (let count = 0; count < 205; count++) now.attach(caseRef, `${count}.har`, Buffer.from('x'));
    expect(await connector.list(caseRef)).toHaveLength(205);
  });
});
