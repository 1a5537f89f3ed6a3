import { describe, expect, it } from 'vitest';
import { analyseCapture } from './analyse-capture.ts';
import { answerFaults } from './testing/field-faults/answer-faults.ts';
import { gateFaults } from './testing/field-faults/gate-faults.ts';
import { healthyStreams } from './testing/field-faults/healthy-streams.ts';
import { healthyVisits } from './testing/field-faults/healthy-visits.ts';
import { letInFaults } from './testing/field-faults/let-in-faults.ts';
import { liveFaults } from './testing/field-faults/live-faults.ts';
import { pageFaults } from './testing/field-faults/page-faults.ts';
import { reachFaults } from './testing/field-faults/reach-faults.ts';
import { savingFaults } from './testing/field-faults/saving-faults.ts';
import { signInFaults } from './testing/field-faults/sign-in-faults.ts';
import { captureOf } from './testing/memory-capture.ts';

const fieldFaults = {
  ...signInFaults,
  ...letInFaults,
  ...gateFaults,
  ...answerFaults,
  ...savingFaults,
  ...liveFaults,
  ...reachFaults,
  ...pageFaults,
};

describe.each(Object.entries(fieldFaults))('%s', (_, { capture, first, says, at }) => {
  it(first === 'nothing' ? 'is no error of a request' : `is told first as ${first}`, async () => {
    const { findings, ruleFailures } = await analyseCapture(await captureOf(capture));
    const [told] = findings;
    expect(ruleFailures).toEqual([]);
    expect(told === undefined || told.severity === 'info' ? 'nothing' : told.ruleId).toBe(first);
    if (says !== undefined) expect(told?.facts).toMatchObject({ errorText: says });
    if (at !== undefined) expect(told?.entries.filter((row) => at.includes(row))).not.toEqual([]);
  });
});

describe.each(Object.entries({ ...healthyStreams, ...healthyVisits }))('%s', (_, capture) => {
  it('is no error, and nothing slow', async () => {
    const { findings, ruleFailures } = await analyseCapture(await captureOf(capture));
    expect(ruleFailures).toEqual([]);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId)).toEqual([]);
    const slow = findings.filter(
      ({ ruleId, severity }) => ruleId.startsWith('slow/') && severity === 'warning',
    );
    expect(slow.map(({ ruleId }) => ruleId)).toEqual([]);
  });
});
