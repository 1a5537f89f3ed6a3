import type { Scenario, Tab } from '../../scenario/scenario.ts';
import { affectedUser, openAdminPortal, telephonyScenario } from './family.ts';

const change = { method: 'PATCH', url: /\/users\/[\w-]+\/features\/callrecording$/ };

async function switchRecordingOn(tab: Tab, outcome: 'saved' | 'failed'): Promise<void> {
  await openAdminPortal(tab);
  await tab.click(affectedUser.name);
  await tab.until('user');
  await tab.page.getByRole('switch', { name: 'Record calls' }).click();
  await tab.click('Save');
  await tab.until(outcome);
  // As administrators do next: perhaps it is a job that is still running.
  await tab.click('Jobs');
  await tab.until('jobs');
}

/** A feature that cannot be switched on because a company behind the service says no. */
export const recordingScenarios: readonly Scenario[] = [
  telephonyScenario({
    name: 'recording-refused-by-provider',
    title: 'Call recording change failed.',
    backend: { recordingProducts: ['quillcap-start'] },
    drive: (tab) => switchRecordingOn(tab, 'failed'),
    truth: {
      // Who behind the service refused says more than that somebody did, and takes its place.
      expects: [{ finding: 'permission/vendor-refused', on: [change], root: true }],
      allows: ['fail/upstream', 'fail/http-5xx'],
    },
  }),
  telephonyScenario({
    name: 'recording-works',
    title: 'Works: call recording is switched on.',
    drive: (tab) => switchRecordingOn(tab, 'saved'),
    truth: { healthy: true, expects: [] },
  }),
];
