import { openCapture } from '@harrier/har';
import { expect, it } from 'vitest';
import { analyseCapture } from '../analyse-capture.ts';
import { harOf } from '../testing/har-of.ts';
import { memorySource } from '../testing/memory-capture.ts';
import { openExchange } from './exchange.ts';

it('takes a body that was changed while it was looked at for none, and quotes nothing of it', async () => {
  const step = {
    url: 'https://api.example.com/jobs',
    method: 'POST',
    sent: { job: 'a' },
    body: { error: 'b' },
  };
  const bytes = new TextEncoder().encode(JSON.stringify(harOf([step])));
  const capture = await openCapture(memorySource(bytes), { engine: 'typescript' });
  const { entryStart, contentStart } = capture.index.columns;
  // The backslash of `{\\"error`, so that the text seems to end in its middle.
  bytes[(entryStart[0] as number) + (contentStart[0] as number) + 1] = 0x20;
  expect((await openExchange(capture, 0)).responseText).toBeUndefined();
  await expect(analyseCapture(capture)).resolves.toMatchObject({ ruleFailures: [] });
});
