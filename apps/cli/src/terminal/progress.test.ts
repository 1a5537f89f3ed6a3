import { expect, it } from 'vitest';
import { stringSink } from '../testing/string-sink.ts';
import { startProgress } from './progress.ts';

it('stays away from short work', async () => {
  const sink = stringSink(80);
  let nowMs = 0;
  const progress = startProgress(sink, () => nowMs);
  nowMs = 299;
  progress.update(0.9, 'reading');
  await progress.clear();
  expect(sink.text).toBe('');
});

it('draws one line and takes it away', async () => {
  const sink = stringSink(40);
  let nowMs = 0;
  const progress = startProgress(sink, () => nowMs);
  nowMs = 400;
  progress.update(0.5, '50 % of a long label that does not fit');
  await progress.clear();
  progress.update(1, 'too late');
  expect(sink.text).toBe('\r████████████░░░░░░░░░░░░ 50 % of a lon…\x1b[K\r\x1b[K');
});

it('is silent where standard error is no terminal', async () => {
  const sink = stringSink();
  let nowMs = 0;
  const progress = startProgress(sink, () => nowMs);
  nowMs = 1000;
  progress.update(0.5, 'reading');
  await progress.clear();
  expect(sink.text).toBe('');
});
