import { readAnswers } from '@harrier/escalate';
import { expect, it } from 'vitest';
import type { CaptureTab } from '../captures/open-captures.ts';
import { answersOf, emptyDraft, toggleEntry, useDrafts } from './draft.ts';

it('answers nothing while nothing is filled in', () => {
  expect(answersOf({ ...emptyDraft, case: '  ', steps: [' '], environment: [['', 'x']] })).toEqual({});
});

it('says what was filled in as a file of answers would', () => {
  const answers = answersOf({
    ...emptyDraft,
    case: ' 4711 ',
    error: 'Saving fails.',
    errorEntry: 13,
    entries: [4, 9],
    ids: 'ATLAS_x_1\n\n req-2 ',
    seen: 'It refuses.',
    steps: ['Open the page.', ''],
    environment: [['Operating system', 'Windows 11']],
  });
  expect(answers).toEqual({
    case: '4711',
    error: { text: 'Saving fails.', entry: 13 },
    entries: [4, 9],
    trackingIds: ['ATLAS_x_1', 'req-2'],
    seen: 'It refuses.',
    steps: ['Open the page.'],
    environment: { 'Operating system': 'Windows 11' },
  });
  expect(readAnswers(JSON.stringify(answers))).toEqual(answers);
});

it('lets a chosen request go along though nobody has said a word about it', () => {
  expect(answersOf({ ...emptyDraft, errorEntry: 3, entries: [7] })).toEqual({ entries: [3, 7] });
});

it('adds the chosen request with a key, and takes it out with the same', () => {
  const tab = (selected?: number) => ({ id: 99, selected }) as unknown as CaptureTab;
  const entries = () => useDrafts.getState().drafts.get(99)?.entries;
  toggleEntry(tab());
  expect(entries()).toBeUndefined();
  toggleEntry(tab(5));
  toggleEntry(tab(2));
  expect(entries()).toEqual([2, 5]);
  toggleEntry(tab(5));
  expect(entries()).toEqual([2]);
});
