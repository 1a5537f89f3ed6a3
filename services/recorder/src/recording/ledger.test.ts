import { expect, it } from 'vitest';
import { MemoryRecording } from './memory-recording.ts';

function composed(recording: MemoryRecording): unknown {
  return JSON.parse(Buffer.concat([...recording.pieces()]).toString('utf8'));
}

it('is a whole capture from the first moment on', () => {
  expect(composed(new MemoryRecording())).toEqual({ log: { version: '1.2', pages: [], entries: [] } });
});

it('puts entries in the order of their start, the last state of each, with what was learned of it later', () => {
  const recording = new MemoryRecording();
  recording.head({ creator: { name: 'Harrier Recorder', version: '1' } });
  recording.entry('b', 2, { url: 'second', _pending: true });
  recording.amend('a', '_issues', { code: 'CorsIssue' });
  recording.entry('a', 1, { url: 'first' });
  recording.entry('b', 2, { url: 'second' });
  recording.amend('a', '_issues', { code: 'CookieIssue' });
  recording.amend('b', '_consoleErrors', { text: 'no' });
  recording.amend(undefined, '_consoleErrors', { text: 'of no request' });
  recording.amend('never begun', '_issues', { code: 'CorsIssue' });
  recording.page({ id: 'page_1', title: 'first state' });
  recording.page({ id: 'page_1', title: 'last state' });
  expect(composed(recording)).toEqual({
    log: {
      version: '1.2',
      creator: { name: 'Harrier Recorder', version: '1' },
      pages: [{ id: 'page_1', title: 'last state' }],
      _consoleErrors: [{ text: 'of no request' }],
      entries: [
        { url: 'first', _issues: [{ code: 'CorsIssue' }, { code: 'CookieIssue' }] },
        { url: 'second', _consoleErrors: [{ text: 'no' }] },
      ],
    },
  });
});

it('does not grow without end with a page that logs without end, and says how much it left', () => {
  const recording = new MemoryRecording();
  recording.entry('a', 1, { url: 'noisy' });
  for (let line = 0; line < 5003; line++) recording.amend('a', '_consoleErrors', { line });
  expect(composed(recording)).toMatchObject({ log: { _left: { _consoleErrors: 3 } } });
});
