import type { Scenario } from '../../scenario/scenario.ts';
import { openAdminPortal, telephonyScenario } from './family.ts';

const jobs = { url: /\/api\/v1\/customers\/[\w-]+\/jobs$/ };

/** Work that was accepted and failed later: no request shows an error status. */
export const jobScenarios: readonly Scenario[] = [
  telephonyScenario({
    name: 'licences-not-assigned',
    title: 'Licences were assigned and are not there; the job behind it failed.',
    backend: {
      prepare: (estate) => {
        estate.jobs.push({
          id: estate.random.uuid(),
          type: 'ASSIGN_LICENCES',
          status: 'FAILED',
          createdMs: Date.now() - 120_000,
          total: 6,
          done: 2,
          errors: [{ code: '400112', message: 'Licence Professional cannot be changed to Standard' }],
        });
      },
    },
    drive: async (tab) => {
      await openAdminPortal(tab);
      await tab.click('Jobs');
      await tab.until('jobs');
    },
    truth: {
      expects: [{ finding: 'permission/job-failed', on: [jobs], root: true }],
      allows: ['fail/error-in-success', 'fail/batch-item', 'permission/licence'],
    },
  }),
];
