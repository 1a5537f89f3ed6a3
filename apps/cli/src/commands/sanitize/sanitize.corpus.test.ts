import { analyseCapture } from '@harrier/analyze';
import { type Capture, memorySource, openCapture } from '@harrier/har';
import { fileSource } from '@harrier/har/node';
import { sanitizeCapture } from '@harrier/sanitize';
import { describe, expect, it } from 'vitest';
import { corpusFile, corpusNames } from '../../testing/corpus.ts';

/** It holds no entry to sanitize. */
const unreadable = 'mitmproxy+mitmproxy--brokenfile.har';

const examples = [
  'call-recording.har',
  'call-recording.saz',
  'feature-available.har',
  'feature-not-available.har',
];

async function findingsOf(capture: Capture) {
  const { findings, failedEntries, slowEntries, trackingIds, notObservable } = await analyseCapture(capture);
  // That the capture was sanitized is the one thing that is new.
  const others = findings.filter(({ ruleId }) => ruleId !== 'capture/sanitized');
  return {
    findings: others.map(({ ruleId, severity, entries, facts }) => ({ ruleId, severity, entries, facts })),
    failedEntries,
    slowEntries,
    trackingIds,
    notObservable,
  };
}

/** The differential law: whatever sanitizing takes out, the diagnosis stays. */
async function expectSameFindings(file: string): Promise<void> {
  const before = await openCapture(fileSource(file));
  const { output } = await sanitizeCapture(before);
  const after = await openCapture(memorySource(await output.read(0, output.sizeBytes)));
  expect(after.index.length).toBe(before.index.length);
  expect(await findingsOf(after)).toEqual(await findingsOf(before));
  await before.close();
}

describe('sanitizing leaves every finding as it was', () => {
  it.each(corpusNames.filter((name) => name !== unreadable))('%s', async (name) => {
    await expectSameFindings(corpusFile(name));
  });

  it.each(examples)('%s', async (name) => {
    await expectSameFindings(corpusFile(`../example/${name}`));
  });
});
