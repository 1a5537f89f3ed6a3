import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { auditActions } from './audit-event.ts';

it('has a row in docs/audit-log.md for every action, and for no other', () => {
  const page = readFileSync(new URL('../../../../docs/audit-log.md', import.meta.url), 'utf8');
  const firstCells = [...page.matchAll(/^\| (`[^|]*`) \|/gm)].map(([, cell]) => cell ?? '');
  const named = firstCells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  expect(named.sort()).toEqual([...auditActions].sort());
});
