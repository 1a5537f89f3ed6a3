import { expect, it } from 'vitest';
import { auditHeadIn, auditHeadText } from './audit-head.ts';

const note = {
  author: 'worker',
  text: 'Mark 4f1c09d2a7be.\nAudit log: 18231/9f3c0a1b2c3d4e5f',
  createdMs: Date.UTC(2026, 0, 15, 9, 30),
};

it('finds the head in the note about the intake', () => {
  const head = auditHeadIn(
    [{ ...note, text: 'Mark 000000000000. Audit log: 1/0000000000000000' }, note],
    '4f1c09d2a7be',
  );
  expect(head).toEqual({ seq: 18231, hash: '9f3c0a1b2c3d4e5f', time: '2026-01-15T09:30:00.000Z' });
  expect(head && auditHeadText(head)).toBe('18231/9f3c0a1b2c3d4e5f');
});

it('believes no person who writes a head into a case, and finds none where none is told', () => {
  expect(auditHeadIn([{ ...note, author: 'account:1' }], '4f1c09d2a7be')).toBeUndefined();
  expect(auditHeadIn([{ ...note, text: 'Mark 4f1c09d2a7be.' }], '4f1c09d2a7be')).toBeUndefined();
  expect(auditHeadIn([], '4f1c09d2a7be')).toBeUndefined();
});
