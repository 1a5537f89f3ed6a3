import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { jobFailed } from './rule.ts';

const jobs = (...items: unknown[]) =>
  harOf([page, { url: `${api}/customers/1/jobs`, trackingId: trackingId(9), body: { jobs: items } }]);
const job = (status: string, created?: string) => ({
  id: '761a079e-ebd2-41aa-9f0d-5b79f82a6848',
  type: 'ASSIGN_LICENCES',
  status,
  total: 6,
  done: 2,
  ...(created === undefined ? {} : { created }),
  errors: status === 'FAILED' ? [{ code: '400112', message: 'Licence cannot be changed' }] : [],
});

checkRule(jobFailed, import.meta.url, {
  'finds.job-of-a-minute-ago-in-a-list': jobs(
    job('COMPLETED', '2025-03-03T09:30:00Z'),
    job('FAILED', '2025-03-04T09:28:00Z'),
  ),
  'finds.job-of-last-week-as-information': jobs(job('FAILED', '2025-02-25T09:28:00Z')),
  'finds.job-that-ended-years-ago-as-information': jobs({
    id: 'j-1',
    status: 'error',
    error: 'Disk full',
    endedAt: '2019-12-30T02:00:00Z',
  }),
  'finds.job-that-began-yesterday-and-failed-just-now': jobs({
    ...job('FAILED', '2025-03-03T22:00:00Z'),
    finishedAt: '2025-03-04T09:29:00Z',
  }),
  'finds.job-without-a-date-in-a-history-as-information': harOf([
    page,
    { url: `${api}/history-of-jobs`, body: { items: [job('FAILED'), job('COMPLETED')] } },
  ]),
  'finds.job-without-a-date-as-a-warning': jobs(job('FAILED')),
  'finds.status-of-one-job': harOf([
    page,
    {
      url: `${api}/jobs/17`,
      body: { id: 17, latestExecutionStatus: 'FAILED', latestExecutionExitCode: 'Bad number' },
    },
  ]),
  'quiet.jobs-that-run-or-succeeded': jobs(job('COMPLETED'), job('RUNNING')),
  'quiet.job-that-was-seen-to-succeed-later': harOf([
    page,
    { url: `${api}/jobs/17`, body: { id: 17, status: 'RUNNING', note: 'failed before' } },
    { url: `${api}/jobs/17`, body: { id: 17, status: 'COMPLETED' } },
  ]),
  'quiet.failed-things-that-are-no-jobs': harOf([
    page,
    { url: `${api}/calls`, body: { calls: [{ id: 1, status: 'FAILED', reason: 'Busy' }] } },
  ]),
});
