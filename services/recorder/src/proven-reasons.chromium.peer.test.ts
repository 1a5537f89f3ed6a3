import { analyseCapture } from '@harrier/analyze';
import { memorySource, openCapture } from '@harrier/har';
import { sanitizeCapture } from '@harrier/sanitize';
import { beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../../../lab/src/scenario/scenario-table.ts';
import { recordScenarios, type SeenTwice } from './testing/lab-session.ts';

/**
 * Every fault of the lab that a policy, `nosniff` or `integrity` causes, with the rule that has to prove it. In DevTools' export most
 * bear no mark at all.
 */
const faults = {
  'blocked/csp-call-unseen': 'block/content-security-policy',
  'blocked/csp-call-reported': 'block/content-security-policy',
  'blocked/csp-script': 'block/content-security-policy',
  'blocked/csp-redirect': 'block/content-security-policy',
  'blocked/mixed-content': 'block/mixed-content',
  'blocked/integrity': 'block/integrity',
  'blocked/nosniff-script': 'block/nosniff',
  'blocked/nosniff-style': 'block/nosniff',
  'blocked-stadtwerke/zaehler-skript-gesperrt': 'block/content-security-policy',
  'blocked-stadtwerke/karte-gesperrt-und-gemeldet': 'block/content-security-policy',
  'blocked-stadtwerke/alte-schnittstelle-ohne-https': 'block/mixed-content',
  'blocked-stadtwerke/pruefsumme-falsch': 'block/integrity',
  'blocked-stadtwerke/skript-ist-text': 'block/nosniff',
} as const;

/** The fault that the guides are written around: a switch that a provider behind the service refuses. */
const callRecording = 'telephony/recording-refused-by-provider';

let seen: ReadonlyMap<string, SeenTwice>;

beforeAll(async () => {
  seen = await recordScenarios([...Object.keys(faults), callRecording]);
}, 170_000);

async function provenIn(bytes: Uint8Array): Promise<string[]> {
  const { findings } = await analyseCapture(await openCapture(memorySource(bytes)));
  return findings.filter((finding) => finding.class === 'proven').map(({ ruleId }) => ruleId);
}

it('is told every fault of these kinds that the lab has', () => {
  const kinds = new Set<string>(Object.values(faults));
  const ofTheseKinds = scenarios
    .filter(({ truth }) => truth.expects.some(({ finding }) => kinds.has(finding)))
    .map(({ id }) => id);
  expect(ofTheseKinds.length).toBeGreaterThan(0);
  expect(ofTheseKinds.filter((id) => !Object.hasOwn(faults, id))).toEqual([]);
});

it('proves all of them, of which DevTools’ export proves a few', async () => {
  const provenBy = async (bytesOf: (run: SeenTwice) => Uint8Array): Promise<string> => {
    const proven = await Promise.all(
      Object.entries(faults).map(async ([id, rule]) =>
        (await provenIn(bytesOf(seen.get(id) as SeenTwice))).includes(rule),
      ),
    );
    return `${proven.filter(Boolean).length} of ${proven.length}`;
  };
  expect({
    devTools: await provenBy(({ devTools }) => new TextEncoder().encode(JSON.stringify(devTools))),
    ours: await provenBy(({ bytes }) => bytes),
  }).toEqual({ devTools: '2 of 13', ours: '13 of 13' });
});

describe.each(Object.entries(faults))('%s', (id, rule) => {
  it(`is proven by ${rule}`, async () => {
    expect(await provenIn((seen.get(id) as SeenTwice).bytes)).toContain(rule);
  });

  it('is proven still when the recording is sanitized', async () => {
    const capture = await openCapture(memorySource((seen.get(id) as SeenTwice).bytes));
    const { output } = await sanitizeCapture(capture);
    expect(await provenIn(await output.read(0, output.sizeBytes))).toContain(rule);
  });
});

it('says first of the refused call recording what its truth says', async () => {
  const { scenario, bytes } = seen.get(callRecording) as SeenTwice;
  const { findings, trackingIds } = await analyseCapture(await openCapture(memorySource(bytes)));
  expect(findings[0]?.ruleId).toBe(scenario.truth.expects.find(({ root }) => root)?.finding);
  expect(trackingIds[0]?.id).toMatch(/^[A-Z]+_[0-9a-f-]{36}_\d+/);
});
