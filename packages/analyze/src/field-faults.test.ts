import { describe, expect, it } from 'vitest';
import { analyseCapture } from './analyse-capture.ts';
import { fieldFaults } from './testing/field-faults.ts';
import { captureOf } from './testing/memory-capture.ts';

describe.each(Object.entries(fieldFaults))('%s', (_, { capture, first, at }) => {
  it(first === 'nothing' ? 'is no error of a request' : `is told first as ${first}`, async () => {
    const { findings, ruleFailures } = await analyseCapture(await captureOf(capture));
    const [told] = findings;
    expect(ruleFailures).toEqual([]);
    expect(told === undefined || told.severity === 'info' ? 'nothing' : told.ruleId).toBe(first);
    if (at !== undefined) expect(told?.entries.filter((row) => at.includes(row))).not.toEqual([]);
  });
});
