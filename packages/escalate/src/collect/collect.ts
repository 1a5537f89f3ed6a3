import { type Analysis, analyseCapture, openExchange, type Playbook } from '@harrier/analyze';
import type { Capture } from '@harrier/har';
import { parseTrackingIds, requestKey } from '@harrier/tracking';
import type { Answers } from '../answers/answers.ts';
import type { CleanCase } from '../clean/clean-together.ts';
import type { LogRecord } from '../logs/log-record.ts';
import { recordsOfId } from '../logs/records-of-id.ts';
import { chooseRows } from './choose-rows.ts';
import type { AskedId, Collected, Environment, ShownError } from './collected.ts';
import { occursIn } from './occurs-in.ts';
import { draftSteps } from './steps.ts';
import { hostOf, isoText, timelineOf } from './timeline.ts';

export interface CollectOptions {
  readonly playbooks?: readonly Playbook[];
  readonly signal?: AbortSignal;
}

/** Gathers what a package tells, from a clean capture alone. */
export async function collect(
  { capture, answers, records, redactions, damage }: CleanCase,
  options: CollectOptions,
): Promise<Collected> {
  const analysis = await analyseCapture(capture, options);
  const named = answers.error?.entry;
  const wanted = [...(named === undefined ? [] : [named]), ...(answers.entries ?? [])];
  const chosen = chooseRows(capture, analysis, wanted);
  const errors = await openErrors(capture, analysis, chosen, named);
  const ids = await askedIds({ capture, analysis, answers, errors }, records ?? [], options.signal);
  const kept = recordsOfIds(ids, records ?? []);
  const first = errors[0];
  const held = new Set(chosen);
  return {
    answers,
    analysis,
    entries: capture.index.length,
    rows: chosen.toSorted((a, b) => a - b),
    leftOut: analysis.failedEntries.filter((row) => !held.has(row)).length,
    errors,
    ids,
    searched: records !== undefined,
    records: kept,
    otherRecords: (records ?? []).length - kept.length,
    steps: first === undefined ? [] : await draftSteps(capture, first.entry, first.exchange),
    timeline: timelineOf(errors, kept),
    environment: {
      ...environmentOf(capture, analysis, answers, errors),
      ...(damage.length === 0 ? {} : { damage }),
    },
    redactions,
  };
}

/** The rows that show the trouble, the most telling first. A page that was fetched well is no error, though it is evidence. */
async function openErrors(
  capture: Capture,
  analysis: Analysis,
  chosen: readonly number[],
  named: number | undefined,
): Promise<readonly ShownError[]> {
  const failed = new Set(analysis.failedEntries);
  const told = new Set(analysis.findings[0]?.entries ?? []);
  const shown = chosen.filter((row) => row === named || failed.has(row) || told.has(row));
  return await Promise.all(
    shown.map(async (entry) => ({ entry, exchange: await openExchange(capture, entry) })),
  );
}

interface Asked {
  readonly capture: Capture;
  readonly analysis: Analysis;
  readonly answers: Answers;
  readonly errors: readonly ShownError[];
}

/**
 * Each request once: the one that shows the trouble, though it was answered with 200; then those of the analysis; then those that
 * a person names.
 */
async function askedIds(
  { capture, analysis, answers: { trackingIds: said = [] }, errors }: Asked,
  records: readonly LogRecord[],
  signal: AbortSignal | undefined,
): Promise<readonly AskedId[]> {
  const asked = new Map<string, AskedId>();
  const [first] = errors;
  const shown = first?.exchange.trackingId;
  for (const { id, entry } of [
    ...(first === undefined || shown === undefined ? [] : [{ id: shown, entry: first.entry }]),
    ...analysis.trackingIds,
  ]) {
    if (asked.has(keyOf(id))) continue;
    asked.set(keyOf(id), { id, found: { entry }, occurs: true, records: recordsOfId(id, records).length });
  }
  for (const id of said) {
    if (asked.has(keyOf(id))) continue;
    const occurs = await occursIn(capture, id, signal);
    asked.set(keyOf(id), { id, occurs, records: recordsOfId(id, records).length });
  }
  return [...asked.values()];
}

function keyOf(id: string): string {
  const [parsed] = parseTrackingIds(id);
  return parsed === undefined ? id.toLowerCase() : requestKey(parsed);
}

function recordsOfIds(ids: readonly AskedId[], records: readonly LogRecord[]): readonly LogRecord[] {
  const kept = new Set(ids.flatMap(({ id }) => recordsOfId(id, records)));
  const timeOf = ({ time }: LogRecord): number =>
    time === null ? Number.POSITIVE_INFINITY : Date.parse(time);
  return [...kept]
    .map((record, at) => ({ record, at, ms: timeOf(record) }))
    .sort((a, b) => (a.ms === b.ms ? a.at - b.at : a.ms - b.ms))
    .map(({ record }) => record);
}

function environmentOf(
  { log }: Capture,
  { summary }: Analysis,
  { environment: said = {} }: Answers,
  errors: readonly ShownError[],
): Environment {
  const fields = errors.flatMap(({ exchange }) => exchange.entry.request.headers);
  const userAgent = fields.find(({ name }) => name.toLowerCase() === 'user-agent')?.value;
  const hosts = [...new Set(errors.map(({ exchange }) => hostOf(exchange.entry.request.url)))];
  const named = (one: { name: string; version: string } | undefined): string | undefined =>
    one === undefined ? undefined : `${one.name} ${one.version}`.trim();
  const browser = named(log.browser);
  const recorder = named(log.creator);
  return {
    ...(browser === undefined ? {} : { browser }),
    ...(recorder === undefined ? {} : { recorder }),
    ...(userAgent === undefined ? {} : { userAgent }),
    hosts: hosts.filter((host) => host !== ''),
    ...(summary.startEpochMs === undefined ? {} : { from: isoText(summary.startEpochMs) }),
    ...(summary.endEpochMs === undefined ? {} : { until: isoText(summary.endEpochMs) }),
    said,
  };
}
