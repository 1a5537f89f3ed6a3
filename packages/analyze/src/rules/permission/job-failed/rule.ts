import { Sign } from '../../../exchange/body-words.ts';
import type { Exchange } from '../../../exchange/exchange.ts';
import { responseJson } from '../../../exchange/json-body.ts';
import { urlPlace } from '../../../exchange/path-template.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import type { Severity } from '../../../findings/finding.ts';
import type { Rule } from '../../../findings/rule.ts';
import { jsonAnswers } from '../../../permissions/json-answers.ts';
import { type FailedJob, failedJobs, mayHoldFailedJobs } from './failed-jobs.ts';

/** Whoever looks at a list of jobs looks for one of today; older ones are told as information. */
const RECENT_MS = 60 * 60 * 1000;
/** Of a list, so many are pointed at. */
const MAX_SHOWN = 5;

/**
 * Finds work that was accepted with 2xx and failed later: a job, task or operation whose own status says so. No request
 * shows an error. In a list of jobs only those count that began or ended within an hour before the capture or during it; of
 * those without a date nobody knows, so they are a warning, and information in a list that is called a history. Each job is told once, by the last answer that shows it.
 * Quiet on: jobs that run or succeeded, words like "failed" in texts.
 */
export const jobFailed: Rule<'permission/job-failed'> = {
  meta: {
    id: 'permission/job-failed',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'permission/asynchronous',
    supersedes: ['fail/error-in-success'],
  },
  needs: ['response-bodies'],
  opens: (view) => jsonAnswers(view, (row) => view.marks(row).failure),
  *detect(view) {
    const latest = new Map<string, { row: number; exchange: Exchange; jobs: FailedJob[] }>();
    for (const row of view.openedRows) {
      if (view.outcome(row) !== 'answered' || !view.answerMayHold(row, Sign.failure)) continue;
      const exchange = view.exchange(row);
      if (exchange === undefined || !view.mimeType(row).includes('json')) continue;
      if (!exchange.answerMayHold(Sign.failure) || !mayHoldFailedJobs(exchange.responseText ?? '')) continue;
      const { host, path } = view.place(row) ?? urlPlace(exchange.entry.request.url);
      const jobs = failedJobs(responseJson(exchange), path);
      if (jobs.length > 0) latest.set(`${host}${path}`, { row, exchange, jobs });
    }
    for (const { row, exchange, jobs } of latest.values()) {
      const kind = historyWord.test(exchange.entry.request.url) ? 'history' : 'jobs';
      const severities = jobs.map((job) => severityOf(view, job, isList(job) ? kind : 'one'));
      const worst = (['error', 'warning', 'info'] as const).find((severity) => severities.includes(severity));
      const shown = jobs.filter((_, at) => severities[at] === worst).sort(newestFirst);
      const [first] = shown;
      if (first === undefined) continue;
      yield {
        entries: [row],
        evidence: shown.slice(0, MAX_SHOWN).map(({ pointer, statusName }) => ({
          entry: row,
          pointer: '/response/content/text',
          bodyPointer: `${pointer}/${statusName}`,
          role: 'cause' as const,
        })),
        facts: {
          ...exchangeFacts(exchange, 1),
          jobs: shown.length,
          jobStatus: first.status,
          ...(first.type === undefined ? {} : { job: first.type.slice(0, 80) }),
          ...(first.errorText === undefined ? {} : { errorText: first.errorText }),
          ...(first.code === undefined ? {} : { code: first.code }),
          ...(first.done === undefined || first.total === undefined
            ? {}
            : { done: first.done, total: first.total }),
        },
        ...(worst === undefined || worst === 'error' ? {} : { severity: worst }),
      };
    }
  },
};

function isList({ pointer }: FailedJob): boolean {
  return /\/\d+$/.test(pointer);
}

/** A list of what has been, and not of what is going on. */
const historyWord = /histor(?:y|ie)|archive|journal|verlauf|protokoll|\baudit|履歴|이력|历史|歷史/i;

function severityOf(
  view: CaptureView,
  { lastEpochMs }: FailedJob,
  where: 'one' | 'jobs' | 'history',
): Severity {
  // The status of one job was asked for because somebody waits for it.
  if (where === 'one') return 'error';
  if (lastEpochMs === undefined) return where === 'jobs' ? 'warning' : 'info';
  const [firstRow] = view.rowsByStart;
  return firstRow === undefined || lastEpochMs >= view.startMs(firstRow) - RECENT_MS ? 'error' : 'info';
}

function newestFirst(a: FailedJob, b: FailedJob): number {
  return (b.lastEpochMs ?? 0) - (a.lastEpochMs ?? 0) || (a.pointer < b.pointer ? -1 : 1);
}
