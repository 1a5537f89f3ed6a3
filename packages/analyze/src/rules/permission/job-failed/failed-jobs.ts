import { oneLine } from '../../../error-text/one-line.ts';

/** A piece of work that was accepted and failed later. */
export interface FailedJob {
  /** JSON pointer to the job within the answer. */
  readonly pointer: string;
  /** Within the job: where its status stands. */
  readonly statusName: string;
  readonly status: string;
  readonly type?: string;
  readonly errorText?: string;
  readonly code?: string;
  readonly done?: number;
  readonly total?: number;
  /** The last time that is told of it, its end or its beginning; ms since 1970. */
  readonly lastEpochMs?: number;
}

const MAX_DEPTH = 6;
const MAX_JOBS = 500;

const jobWord = /job|task|operation|batch|execution|import|export|migration|provision|subscriber/i;
const statusNames = [
  'status',
  'state',
  'latestExecutionStatus',
  'jobStatus',
  'executionStatus',
  'result',
] as const;
/** A status is a word; a sentence is no status. */
const failedWord =
  /^(?:FAILED|FAILURE|ERROR|ERRORED|ABORTED|REJECTED|COMPLETED_WITH_ERRORS|PARTIALLY_FAILED|PARTIAL_FAILURE)$/i;
const failedValue = new RegExp(`"(?:${failedWord.source.slice('^(?:'.length, -')$'.length)})"`, 'i');
const startNames = [
  'created',
  'createdAt',
  'createdTime',
  'startTime',
  'started',
  'startedAt',
  'submitted',
  'latestExecutionCreatedTime',
];
const endNames = [
  'ended',
  'endedAt',
  'endTime',
  'finished',
  'finishedAt',
  'completed',
  'completedAt',
  'failedAt',
  'updated',
  'updatedAt',
  'lastModified',
];

/** A look at a text, which saves parsing and walking through the many in which nothing failed. */
export function mayHoldFailedJobs(text: string): boolean {
  return failedValue.test(text);
}

/**
 * Jobs in an answer that say that they failed. A job is an object with a status under a name that speaks of jobs, or at the
 * root where the URL does.
 */
export function failedJobs(root: unknown, path: string): FailedJob[] {
  const found: FailedJob[] = [];
  let looked = 0;
  const walk = (value: unknown, pointer: string, isJobs: boolean, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH || looked >= MAX_JOBS) return;
    if (Array.isArray(value)) {
      for (const [at, item] of value.entries()) walk(item, `${pointer}/${at}`, isJobs, depth + 1);
      return;
    }
    looked++;
    const item = value as Record<string, unknown>;
    const job = isJobs ? readJob(item, pointer) : undefined;
    if (job !== undefined) {
      found.push(job);
      return;
    }
    for (const [name, member] of Object.entries(item)) {
      if (typeof member !== 'object') continue;
      const token = name.replaceAll('~', '~0').replaceAll('/', '~1');
      const inJobs =
        jobWord.test(name) || (isJobs && /^(?:items|data|results|content|values|list)$/i.test(name));
      walk(member, `${pointer}/${token}`, inJobs, depth + 1);
    }
  };
  walk(root, '', jobWord.test(path), 0);
  return found;
}

function readJob(item: Record<string, unknown>, pointer: string): FailedJob | undefined {
  const statusName = statusNames.find(
    (name) => typeof item[name] === 'string' && failedWord.test(item[name]),
  );
  // A job has an identity or a kind; what has neither is the report on one.
  if (
    statusName === undefined ||
    !['id', 'jobId', 'type', 'jobType', 'name', 'trackingId'].some((name) => name in item)
  )
    return undefined;
  const error = firstError(item);
  const type = textOf(item.type) ?? textOf(item.jobType) ?? textOf(item.name);
  const dates = [...startNames, ...endNames].flatMap((name) => dateOf(item[name]) ?? []);
  return {
    pointer,
    statusName,
    status: String(item[statusName]),
    ...(type === undefined ? {} : { type }),
    ...error,
    ...(typeof item.done === 'number' ? { done: item.done } : {}),
    ...(typeof item.total === 'number' ? { total: item.total } : {}),
    ...(dates.length === 0 ? {} : { lastEpochMs: Math.max(...dates) }),
  };
}

function firstError(item: Record<string, unknown>): { errorText?: string; code?: string } {
  const list = [item.errors, item.error, item.failures, item.jobExecutionStatus].flat();
  for (const error of [...list, item]) {
    if (typeof error === 'string') return { errorText: oneLine(error) };
    if (typeof error !== 'object' || error === null) continue;
    const of = error as Record<string, unknown>;
    const text = [
      of.message,
      of.description,
      of.errorMessage,
      of.reason,
      of.exitMessage,
      of.latestExecutionExitCode,
    ]
      .map(textOf)
      .find((one) => one !== undefined);
    if (text === undefined) continue;
    const code = of.code ?? of.errorCode;
    return { errorText: oneLine(text), ...(isCode(code) ? { code: String(code).slice(0, 40) } : {}) };
  }
  return {};
}

function isCode(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 500) : undefined;
}

function dateOf(value: unknown): number | undefined {
  const epochMs =
    typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  // Seconds since 1970 would be before 1971 in ms.
  return Number.isNaN(epochMs) || epochMs < 3e10 ? undefined : epochMs;
}
