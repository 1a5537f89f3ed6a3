import { describe, expect, it } from 'vitest';
import { memoryObjects } from '../../objects/memory-objects.ts';
import { openStore } from '../../store/open-store.ts';
import { sqlIntakes } from '../../store/sql-intakes.ts';
import { sha256 } from '../../testing/memory-case-system.ts';
import { addSealedUpload } from '../../uploads/sealed-upload.ts';
import { caseConnectorContract } from '../case-connector.contract.ts';
import { builtInConnector } from './built-in-connector.ts';
import { CaseBook } from './case-book.ts';

const customer = { name: 'account:1', tenantId: 'tenant' };

async function one(content: Uint8Array) {
  return (async function* () {
    yield content;
  })();
}

async function trial() {
  const store = await openStore('sqlite::memory:');
  await store.db.insertInto('tenants').values({ id: 'tenant', name: 'Example', createdMs: 1 }).execute();
  const objects = memoryObjects();
  let nowMs = 1_000_000_000;
  const book = new CaseBook(store, objects, () => nowMs++);
  const [first, second] = [
    await book.createCase(customer, { title: 'No audio', language: 'en' }),
    await book.createCase(customer, { title: 'No video', language: 'ja' }),
  ];
  const attach = async (caseRef: string, name: string, bytes: Uint8Array) =>
    await book.attach(customer, caseRef, {
      name,
      mediaType: 'application/octet-stream',
      visibility: 'public',
      bytes: await one(bytes),
    });
  return {
    store,
    objects,
    book,
    first,
    second,
    attach,
    connector: builtInConnector(store, objects, book, 'tenant'),
  };
}

caseConnectorContract("Harrier's own cases", async () => {
  const { store, book, connector, first, second, attach } = await trial();
  return {
    connector,
    caseRef: first.id,
    otherCaseRef: second.id,
    attach: async (caseRef, name, bytes) => void (await attach(caseRef, name, bytes)),
    notes: async (caseRef) => (await book.notesOf('tenant', caseRef, 100)).map(({ text }) => text),
    close: async () => await store.close(),
  };
});

describe("Harrier's own cases", () => {
  it('count from one within a tenant and speak the language of the case', async () => {
    const { store, connector, first, second } = await trial();
    expect([first.number, second.number]).toEqual([1, 2]);
    expect(await connector.language(second.id)).toBe('ja');
    await store.close();
  });

  it('keep a sealed original in the vault when somebody takes it out of the case', async () => {
    const { store, objects, book, first } = await trial();
    const bytes = Buffer.from('sealed');
    const sealed = await book.attach(
      customer,
      first.id,
      { name: 'a.har.pgp', mediaType: 'a/b', visibility: 'private', bytes: await one(bytes) },
      async (tx, row) => await addSealedUpload(tx, 'tenant', row, { capsule: bytes, keyIds: [] }, 1),
    );
    expect(await book.removeAttachment(customer, sealed?.id ?? '', sha256(bytes))).toBe(true);
    expect(await book.attachmentsOf('tenant', first.id)).toEqual([]);
    expect(await objects.sizeOf(sha256(bytes))).toBe(6);
    await store.close();
  });

  it('keep the bytes of a removed attachment that are attached elsewhere too, and say so', async () => {
    const { store, connector, objects, first, second, attach } = await trial();
    const bytes = Buffer.from('the same');
    await attach(first.id, 'a.har', bytes);
    await attach(second.id, 'b.har', bytes);
    const [mine] = await connector.list(first.id);
    const [other] = await connector.list(second.id);
    if (mine === undefined || other === undefined) throw new Error('not listed');
    const P1 = { level: 'P1', residual: ['same-content-elsewhere', 'backups'] };
    expect(await connector.remove(mine, sha256(bytes))).toEqual(P1);
    expect(await connector.probe(mine)).toEqual({ present: false, ...P1 });
    expect(await objects.sizeOf(sha256(bytes))).toBe(8);
    expect(await connector.remove(other, sha256(bytes))).toMatchObject({ level: 'P4' });
    expect(await objects.sizeOf(sha256(bytes))).toBeUndefined();
    expect(await connector.probe(mine)).toMatchObject({ level: 'P4' });
    await store.close();
  });

  it('let the bytes of a clean copy go that is removed, though an intake made them', async () => {
    const { store, book, objects, first, attach } = await trial();
    const clean = Buffer.from('without credentials');
    const row = await attach(first.id, 'trace.clean.har', clean);
    const remote = { caseRef: first.id, id: 'a', name: 'trace.har', sizeBytes: 1, createdMs: 1 };
    const { id } = await sqlIntakes(store).announce({ id: 'built-in:tenant', tenantId: 'tenant' }, remote, 1);
    await store.db
      .insertInto('ownFiles')
      .values({ sha256: sha256(clean), intakeId: id })
      .execute();
    expect(await book.removeAttachment(customer, row?.id ?? '', sha256(clean))).toBe(true);
    expect(await objects.sizeOf(sha256(clean))).toBeUndefined();
    await store.close();
  });

  it('are not there for another tenant', async () => {
    const { store, objects, book, first, attach } = await trial();
    const row = await attach(first.id, 'a.har', Buffer.from('secret'));
    const stranger = { name: 'account:2', tenantId: 'other' };
    expect(await book.getCase('other', first.id)).toBeUndefined();
    expect(await book.attachmentsOf('other', first.id)).toEqual([]);
    expect(await book.openAttachment(stranger, row?.id ?? '')).toBeUndefined();
    expect(await book.removeAttachment(stranger, row?.id ?? '', row?.sha256 ?? '')).toBe(false);
    expect(await book.addNote(stranger, first.id, { text: 'x', visibility: 'public' })).toBeUndefined();
    const connector = builtInConnector(store, objects, book, 'other');
    await expect(connector.list(first.id)).rejects.toMatchObject({ code: 'case-system/not-found' });
    await store.close();
  });

  it('are listed page by page, those that changed last first, those of others never', async () => {
    const { store, book, first, second } = await trial();
    const third = await book.createCase(customer, { title: 'Third', language: 'en' });
    const page = async (after?: string) =>
      (await book.listCases('tenant', { limit: 2, ...(after === undefined ? {} : { after }) })).map(
        ({ id }) => id,
      );
    const start = await page();
    expect(start).toHaveLength(2);
    const rest = await page(start.at(-1));
    expect([...start, ...rest].sort()).toEqual([first.id, second.id, third.id].sort());
    expect(await page(rest.at(-1))).toEqual([]);
    expect(await book.listCases('other', { limit: 2, after: start.at(-1) ?? '' })).toEqual([]);
    await store.close();
  });

  it('give their notes page by page, those of another case never', async () => {
    const { store, book, first, second } = await trial();
    for (const text of ['a', 'b', 'c', 'd', 'e'])
      await book.addNote(customer, first.id, { text, visibility: 'public' });
    const other = await book.addNote(customer, second.id, { text: 'x', visibility: 'public' });
    const page = async (after?: string) => await book.notesOf('tenant', first.id, 2, after);
    const texts: string[] = [];
    for (let notes = await page(); notes.length > 0; notes = await page(notes.at(-1)?.id))
      texts.push(notes.map(({ text }) => text).join());
    expect(texts).toEqual(['a,b', 'c,d', 'e']);
    expect(await page(other?.id)).toEqual([]);
    await store.close();
  });

  it('write a removal down that was cut off behind the bytes', async () => {
    const { store, connector, objects, book, first, attach } = await trial();
    const row = await attach(first.id, 'a.har', Buffer.from('secret'));
    const [mine] = await connector.list(first.id);
    if (mine === undefined || row === undefined) throw new Error('not listed');
    await objects.remove(row.sha256);
    await expect(connector.open(mine)).rejects.toMatchObject({ code: 'case-system/not-found' });
    expect(await connector.probe(mine)).toMatchObject({ present: false, level: 'P4' });
    expect(await book.attachmentsOf('tenant', first.id)).toEqual([]);
    await store.close();
  });
});
