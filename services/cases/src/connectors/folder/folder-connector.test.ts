import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../testing/memory-case-system.ts';
import { caseConnectorContract } from '../case-connector.contract.ts';
import { folderConnector } from './folder-connector.ts';

const connectorOf = (root: string, settleMs = -1e9) =>
  folderConnector({ id: 'folder', tenantId: 'tenant', root, settleMs });

caseConnectorContract('a watched folder', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'harrier-folder-'));
  for (const name of ['case-7', 'case-8']) mkdirSync(path.join(root, name));
  return {
    connector: connectorOf(root),
    caseRef: 'case-7',
    otherCaseRef: 'case-8',
    attach: async (caseRef, name, bytes) => writeFileSync(path.join(root, caseRef, name), bytes),
    notes: async (caseRef) =>
      readdirSync(path.join(root, caseRef))
        .filter((name) => name.endsWith('.txt'))
        .map((name) => readFileSync(path.join(root, caseRef, name), 'utf8')),
    close: async () => rmSync(root, { recursive: true }),
  };
});

describe('a watched folder', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'harrier-folder-'));
    mkdirSync(path.join(root, 'case-7'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('follows no link, to a file or to a folder', async () => {
    writeFileSync(path.join(root, 'outside.har'), 'secret');
    symlinkSync(path.join(root, 'outside.har'), path.join(root, 'case-7', 'link.har'));
    symlinkSync(path.join(root, 'case-7'), path.join(root, 'case-8'));
    const connector = connectorOf(root);
    expect((await connector.poll(undefined, 10)).attachments).toEqual([]);
    const link = { caseRef: 'case-7', id: 'link.har', name: 'link.har', sizeBytes: 6, createdMs: 1 };
    await expect(connector.open(link)).rejects.toMatchObject({ code: 'case-system/not-found' });
    await expect(connector.remove(link, sha256(Buffer.from('secret')))).rejects.toMatchObject({
      code: 'case-system/not-found',
    });
  });

  it('waits until a file has stopped growing', async () => {
    const file = path.join(root, 'case-7', 'a.har');
    writeFileSync(file, 'half');
    utimesSync(file, 100, 100);
    const at = (nowMs: number) =>
      folderConnector({ id: 'folder', tenantId: 'tenant', root, settleMs: 5000, clock: () => nowMs }).poll(
        undefined,
        10,
      );
    expect((await at(104_999)).attachments).toHaveLength(0);
    expect((await at(105_000)).attachments).toHaveLength(1);
  });

  it('passes over a case that it cannot look into, and says so', async () => {
    // A name that is refused: permissions keep nobody out who runs as root.
    mkdirSync(path.join(root, 'case\\6'));
    writeFileSync(path.join(root, 'case-7', 'a.har'), 'bytes');
    const { attachments, passedOver } = await connectorOf(root).poll(undefined, 10);
    expect(attachments.map(({ caseRef, name }) => [caseRef, name])).toEqual([['case-7', 'a.har']]);
    expect(passedOver).toMatchObject({ code: 'case-system/not-found' });
    expect(passedOver?.message).not.toContain('case\\6');
  });

  it('takes none of its own notes for an attachment', async () => {
    const connector = connectorOf(root);
    for (const key of ['0123456789ab', '0123456789ab-expired', 'exception-0a1b2c3d-consent-given'])
      await connector.note('case-7', { key, text: 'done', visibility: 'public' });
    expect(await connector.list('case-7')).toEqual([]);
    expect(readdirSync(path.join(root, 'case-7'))).toHaveLength(3);
  });

  it('is asked whether a file is gone, and not whether another one has its name', async () => {
    const file = path.join(root, 'case-7', 'a.har');
    writeFileSync(file, 'secret');
    utimesSync(file, 100, 100);
    const connector = connectorOf(root);
    const [found] = await connector.list('case-7');
    if (found === undefined) throw new Error('not listed');
    await connector.remove(found, sha256(Buffer.from('secret')));
    writeFileSync(file, 'the next one');
    expect(await connector.probe(found)).toMatchObject({ present: false, level: 'P3' });
    writeFileSync(file, 'secret');
    utimesSync(file, 100, 100);
    expect(await connector.probe(found)).toEqual({ present: true });
  });

  it('finishes a removal that was cut off behind moving the file aside', async () => {
    const bytes = Buffer.from('secret');
    writeFileSync(path.join(root, 'case-7', '.harrier-removing-a.har'), bytes);
    const connector = connectorOf(root);
    const [found] = await connector.list('case-7');
    if (found === undefined) throw new Error('not listed');
    expect(found.name).toBe('a.har');
    expect(await connector.probe(found)).toEqual({ present: true });
    await connector.remove(found, sha256(bytes));
    expect(readdirSync(path.join(root, 'case-7'))).toEqual([]);
  });
});
