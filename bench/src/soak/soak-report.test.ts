import { expect, it } from 'vitest';
import { machine } from '../measure/machine.ts';
import { type SoakFacts, soakFigures } from './soak-report.ts';
import type { Traffic } from './traffic.ts';

const upload = { caseId: 'a', attachmentId: 'b', sha256: '', canary: '' };
const log = { trackingId: 'a', records: 1 };

function isKept(
  taken: Pick<Traffic, 'uploads' | 'logs'>,
  faults: readonly string[] = [],
): boolean | undefined {
  const facts: SoakFacts = {
    startedAt: '2026-01-02T03:04:05.000Z',
    machine: machine(),
    options: { minutes: 1, visitors: 1, killEverySeconds: 1, seed: 1, say: () => {} },
    traffic: { ...taken, notTaken: 0, searches: 0, faults: [] },
    kills: 0,
    memory: new Map(),
    faults,
    audit: { isWhole: true, told: '' },
  };
  return soakFigures(facts)[0]?.isMet;
}

it('calls nothing kept where nothing was taken', () => {
  expect(isKept({ uploads: [upload], logs: [log] })).toBe(true);
  expect(isKept({ uploads: [upload], logs: [log] }, ['a log has 0 of 1 records'])).toBe(false);
  expect(isKept({ uploads: [], logs: [log] })).toBe(false);
  expect(isKept({ uploads: [upload], logs: [] })).toBe(false);
});
