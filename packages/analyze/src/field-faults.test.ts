import { describe, expect, it } from 'vitest';
import { analyseCapture } from './analyse-capture.ts';
import { answerFaults } from './testing/field-faults/answer-faults.ts';
import { pageFaults } from './testing/field-faults/page-faults.ts';
import { signInFaults } from './testing/field-faults/sign-in-faults.ts';
import { captureOf } from './testing/memory-capture.ts';

const fieldFaults = { ...signInFaults, ...answerFaults, ...pageFaults };

describe.each(Object.entries(fieldFaults))('%s', (_, { capture, first, at }) => {
  it(first === 'nothing' ? 'is no error of a request' : `is told first as ${first}`, async () => {
    const { findings, ruleFailures } = await analyseCapture(await captureOf(capture));
    const [told] = findings;
    expect(ruleFailures).toEqual([]);
    expect(told === undefined || told.severity === 'info' ? 'nothing' : told.ruleId).toBe(first);
    if (at !== undefined) expect(told?.entries.filter((row) => at.includes(row))).not.toEqual([]);
  });
});
