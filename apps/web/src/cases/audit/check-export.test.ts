import { describe, expect, it } from 'vitest';
import { EMPTY_HEAD, nextEntry } from '../../../../../services/cases/src/audit/chain.ts';
import { merkleRoot } from '../../../../../services/cases/src/audit/merkle.ts';
import { checkExport, readWitness } from './check-export.ts';

/** An export as the server writes it, made with its own code: so many entries, and a checkpoint behind some. */
function exported(count: number, checkpointsAt: readonly number[] = []) {
  const lines: string[] = [];
  const entries: string[] = [];
  let head = EMPTY_HEAD;
  for (let number = 1; number <= count; number++) {
    const entry = nextEntry(head, {
      action: 'case/created',
      actor: 'account:a',
      tenantId: 't',
      subject: `case:${number}`,
      atMs: 1_800_000_000_000 + number,
      facts: {},
    });
    head = entry;
    entries.push(entry.line);
    lines.push(`${entry.hash} ${entry.line}`);
    if (checkpointsAt.includes(number))
      lines.push(`checkpoint ${number} ${merkleRoot(entries)} ${entry.hash} ${number}`);
  }
  return { text: ['harrier-audit 1', ...lines, ''].join('\n'), lines, head };
}

describe('checking an export of the audit log in the page', () => {
  it.each([0, 1, 2, 3, 7, 8, 33])('finds an untouched log of %i entries good', async (count) => {
    const { text, head } = exported(count, [1, 3, 8, 33]);
    const checkpoints = [1, 3, 8, 33].filter((at) => at <= count).length;
    const verdict = { ok: true, entries: count, checkpoints, head: `${count}/${head.hash}` };
    expect(await checkExport(text)).toEqual(verdict);
    if (count > 0)
      expect(await checkExport(text, { seq: count, hash: head.hash.slice(0, 16) })).toEqual(verdict);
  });

  it('names the entry that was changed, taken out or put in another place', async () => {
    const { lines } = exported(9);
    const told = async (changed: readonly string[]) =>
      await checkExport(['harrier-audit 1', ...changed, ''].join('\n'));
    const changed = lines.with(4, (lines[4] as string).replace('case:5', 'case:6'));
    expect(await told(changed)).toEqual({ ok: false, why: 'hash', entry: 5, line: 6 });
    expect(await told(lines.toSpliced(2, 1))).toMatchObject({ ok: false, entry: 3 });
    expect(await told(lines.with(3, lines[4] as string).with(4, lines[3] as string))).toMatchObject({
      ok: false,
      entry: 4,
    });
  });

  it('finds a checkpoint that is of another tree', async () => {
    const { text } = exported(5, [5]);
    const forged = text.replace(
      /checkpoint 5 ./,
      (found) => `${found.slice(0, -1)}${found.endsWith('0') ? 1 : 0}`,
    );
    expect(await checkExport(forged)).toMatchObject({ ok: false, why: 'checkpoint' });
  });

  it('finds by a note that the end was cut off, or that the whole was written anew', async () => {
    const { lines, head } = exported(6);
    const cut = ['harrier-audit 1', ...lines.slice(0, 4), ''].join('\n');
    expect(await checkExport(cut)).toMatchObject({ ok: true });
    expect(await checkExport(cut, { seq: 6, hash: head.hash.slice(0, 16) })).toMatchObject({
      why: 'cut-off',
    });
    expect(await checkExport(exported(6).text, { seq: 6, hash: 'f'.repeat(16) })).toMatchObject({
      why: 'witness',
      entry: 6,
    });
  });

  it('says of another file that it is no export', async () => {
    expect(await checkExport('<!doctype html>')).toMatchObject({ why: 'not-an-export' });
  });
});

it('reads a head as notes print it, and nothing else', () => {
  expect(readWitness(' 18231/9f3c0a1b2c3d4e5f ')).toEqual({ seq: 18231, hash: '9f3c0a1b2c3d4e5f' });
  for (const text of ['', '1/2', 'x/9f3c0a1b', '1/9F3C0A1B']) expect(readWitness(text)).toBeUndefined();
});
