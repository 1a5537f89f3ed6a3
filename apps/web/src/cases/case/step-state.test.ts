import { describe, expect, it } from 'vitest';
import { stepState } from './step-state.ts';
import { type Intake, steps } from './support-case.ts';

const told = (part: Partial<Intake>): string =>
  steps.map((step) => stepState({ facts: {}, ...part } as Intake, step)).join(' ');

describe('the nine steps of an intake', () => {
  it('shows what is behind, what runs and what is to come', () => {
    expect(told({ state: 'running', step: 'encrypt' })).toBe(
      'done done done running to-do to-do to-do to-do to-do',
    );
  });

  it('tells a step that is tried again from one that runs', () => {
    const trouble = { code: 'case-system/busy', step: 'sanitize', attempts: 2 } as const;
    expect(told({ state: 'running', step: 'sanitize', trouble })).toContain('done waits to-do');
  });

  it('marks the step of a dead end as failed, and nothing behind it as done', () => {
    expect(told({ state: 'stuck', step: 'encrypt' })).toBe(
      'done done done failed to-do to-do to-do to-do to-do',
    );
  });

  it('needs no step behind the one that found nothing to do', () => {
    expect(told({ state: 'skipped', step: 'detect', facts: { skipped: 'not-a-capture' } })).toBe(
      `done${' not-needed'.repeat(8)}`,
    );
  });

  it('is done in all nine', () => {
    expect(told({ state: 'done', step: 'note' })).toBe(Array(9).fill('done').join(' '));
  });

  it('never shows a deletion as done while the original is still there', () => {
    expect(told({ state: 'original-present', step: 'note', facts: { removal: 'forbidden' } })).toBe(
      'done done done done done done failed failed done',
    );
    expect(told({ state: 'original-present', step: 'note', facts: { removal: 'removed' } })).toBe(
      'done done done done done done done failed done',
    );
  });
});
