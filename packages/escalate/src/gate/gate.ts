import {
  type EscalationSpeech,
  type GateQuestion,
  type LackCode,
  type LackFacts,
  tellFinding,
  whoCanFix,
} from '@harrier/knowledge';
import type { Collected } from '../collect/collected.ts';
import { isoText } from '../collect/timeline.ts';
import { type DrawnFlow, flowLineText } from '../flow/drawn-flow.ts';
import { tellsOfError } from '../logs/log-record.ts';
import { CAPTURE_FILE, FLOW_TEXT_FILE, RECORDS_FILE } from '../package/file-names.ts';

/** What supports an answer: a place in a file of the package. */
export interface EvidencePointer {
  readonly file: string;
  /** JSON pointer into that file (RFC 6901). */
  readonly pointer?: string;
  /** From 1. */
  readonly line?: number;
}

/** Why an answer does not count yet. */
export type Lack = { [Code in LackCode]: { readonly code: Code; readonly facts: LackFacts[Code] } }[LackCode];

export interface GateAnswer {
  readonly question: GateQuestion;
  /** What is answered; captured texts and a person's words come as they are, without credentials. */
  readonly answer: readonly string[];
  readonly evidence: readonly EvidencePointer[];
  /** Empty: answered. */
  readonly lacks: readonly Lack[];
}

export interface Gate {
  readonly state: 'ready' | 'draft';
  readonly questions: readonly GateAnswer[];
  /** Somebody on the customer's side can mend it: told also where a person says why it is escalated nevertheless. */
  readonly solvable?: LackFacts['solvable'];
}

/** People say "about half past nine". */
const TIME_TOLERANCE_MS = 5 * 60_000;
/** Places that one answer points to; the files hold more. */
const MAX_EVIDENCE = 20;

/** Asks the questions that decide whether an escalation is ready. An answer without evidence is none. */
export function askGate(collected: Collected, words: EscalationSpeech, flow?: DrawnFlow): Gate {
  const solvable = solvableBy(collected, words);
  const questions = [
    askError(collected, words),
    askIds(collected),
    askSearched(collected, words),
    askSeen(collected, flow),
    askTime(collected),
    askNeeded(collected, words, solvable),
  ];
  const isReady = questions.every(({ lacks }) => lacks.length === 0);
  return { state: isReady ? 'ready' : 'draft', questions, ...(solvable === undefined ? {} : { solvable }) };
}

function askError(collected: Collected, words: EscalationSpeech): GateAnswer {
  const { answers, analysis, errors, entries } = collected;
  const entry = answers.error?.entry;
  // What is only worth knowing, of the file itself mostly, is no error that somebody sees.
  const first = analysis.findings.find(({ severity }) => severity !== 'info');
  const missing = [...(entry === undefined ? [] : [entry]), ...(answers.entries ?? [])].find(
    (one) => one >= entries,
  );
  const lacks: Lack[] = [];
  if (missing !== undefined) lacks.push({ code: 'no-such-entry', facts: { entry: missing, entries } });
  else if (errors.length === 0) lacks.push({ code: 'no-error', facts: {} });
  return {
    question: 'error',
    answer: [
      ...(answers.error === undefined ? [] : [answers.error.text]),
      ...(first === undefined ? [] : [tellFinding(first, words).verdict]),
    ],
    evidence: [
      ...entriesEvidence(collected, entry === undefined ? [] : [entry], '/response'),
      ...findingEvidence(collected),
    ],
    lacks,
  };
}

function askIds(collected: Collected): GateAnswer {
  const { ids } = collected;
  const lacks: Lack[] = ids
    .filter(({ occurs }) => !occurs)
    .map(({ id }) => ({ code: 'id-not-in-capture', facts: { id } }));
  if (ids.length === 0) lacks.push({ code: 'no-id', facts: {} });
  return {
    question: 'tracking-ids',
    answer: ids.map(({ id }) => id),
    evidence: entriesEvidence(
      collected,
      ids.flatMap(({ found }) => (found === undefined ? [] : [found.entry])),
      '/request/headers',
    ),
    lacks,
  };
}

/** The first id is the most telling one: records of another do not tell what became of it. */
function askSearched({ answers, ids, searched }: Collected, words: EscalationSpeech): GateAnswer {
  const main = ids.find(({ occurs }) => occurs) ?? ids[0];
  const facts = main === undefined ? {} : { id: main.id };
  const lacks: Lack[] = [];
  if (!searched) lacks.push({ code: 'not-searched', facts });
  else if ((main?.records ?? 0) === 0 && answers.logsWithoutRecords === undefined)
    lacks.push({ code: 'no-records', facts });
  const { labelled, records: counted } = words.escalation;
  const found = ids
    .filter(({ records }) => records > 0)
    .map(({ id: of, records }) => `${labelled(of)}${counted(records)}`);
  return {
    question: 'logs-searched',
    answer: searched ? [...found, ...said(answers.logsWithoutRecords)] : [],
    evidence: searched ? [{ file: RECORDS_FILE }] : [],
    lacks,
  };
}

/** A line of level error tells; so does a flow that broke, where the failure hides inside a message that was delivered well. */
function askSeen({ answers, searched, records, ids }: Collected, flow: DrawnFlow | undefined): GateAnswer {
  const telling = records
    .map((record, at) => ({ record, line: at + 1 }))
    .filter(({ record }) => tellsOfError(record));
  const broken = (flow?.lines ?? [])
    .map((hop, at) => ({ hop, line: at + 1 }))
    .filter(({ hop }) => hop.state !== 'known');
  const lacks: Lack[] = [];
  const isAnswered =
    telling.length > 0 ||
    broken.length > 0 ||
    (records.length > 0 && answers.seen !== undefined) ||
    (records.length === 0 && answers.logsWithoutRecords !== undefined);
  const [first] = ids;
  if (!searched) lacks.push({ code: 'not-searched', facts: first === undefined ? {} : { id: first.id } });
  else if (!isAnswered) lacks.push({ code: 'nothing-seen', facts: {} });
  const shown = telling.slice(0, MAX_EVIDENCE);
  return {
    question: 'logs-seen',
    answer: [
      ...said(answers.seen),
      ...broken.map(({ hop }) => flowLineText({ ...hop, depth: 0 })),
      ...shown.map(({ record }) => [record.service, record.text].filter(Boolean).join(': ')),
    ],
    evidence: [
      ...broken.map(({ line }) => ({ file: FLOW_TEXT_FILE, line })),
      ...shown.map(({ line }) => ({ file: RECORDS_FILE, line })),
    ],
    lacks,
  };
}

function askTime(collected: Collected): GateAnswer {
  const { answers, environment, errors } = collected;
  const first = errors[0]?.exchange.entry;
  const lacks: Lack[] = [];
  if (answers.at !== undefined) lacks.push(...wrongTime(answers.at, environment.from, environment.until));
  else if (first?.startEpochMs === undefined) lacks.push({ code: 'no-time', facts: {} });
  return {
    question: 'time',
    answer: [
      ...said(answers.at),
      ...(first?.startEpochMs === undefined ? [] : [isoText(first.startEpochMs)]),
    ],
    evidence: entriesEvidence(collected, first === undefined ? [] : [first.index], '/startedDateTime'),
    lacks,
  };
}

function wrongTime(time: string, from: string | undefined, until: string | undefined): Lack[] {
  const atMs = Date.parse(time);
  // RFC 3339 §5.6: without an offset a time means another moment in each country.
  if (!/T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(time) || !Number.isFinite(atMs))
    return [{ code: 'time-without-zone', facts: { time } }];
  if (from === undefined || until === undefined) return [];
  const isInside =
    atMs >= Date.parse(from) - TIME_TOLERANCE_MS && atMs <= Date.parse(until) + TIME_TOLERANCE_MS;
  return isInside ? [] : [{ code: 'time-outside', facts: { time, from, until } }];
}

function askNeeded(
  collected: Collected,
  words: EscalationSpeech,
  solvable: LackFacts['solvable'] | undefined,
): GateAnswer {
  const { answers, analysis } = collected;
  const [first] = analysis.findings;
  const lacks: Lack[] = [];
  if (answers.needed === undefined) {
    if (solvable !== undefined) lacks.push({ code: 'solvable', facts: solvable });
    else if (first === undefined || whoCanFix(first) === 'nobody')
      lacks.push({ code: 'no-reason', facts: {} });
  }
  return {
    question: 'needed',
    answer: [
      ...said(answers.needed),
      ...(first === undefined
        ? []
        : [`${words.escalation.labelled(words.escalation.whoCanFix)}${tellFinding(first, words).whoCanFix}`]),
    ],
    evidence: findingEvidence(collected),
    lacks,
  };
}

function solvableBy({ analysis }: Collected, words: EscalationSpeech): LackFacts['solvable'] | undefined {
  const [first] = analysis.findings;
  if (first === undefined) return undefined;
  const fixer = whoCanFix(first);
  // Where nobody has to do anything, nobody can be named who would solve it.
  if (fixer === 'service-team' || fixer === 'third-party' || fixer === 'nobody') return undefined;
  const told = tellFinding(first, words);
  return { fixer: told.whoCanFix, how: told.nextStep };
}

function findingEvidence({ analysis, rows }: Collected): EvidencePointer[] {
  const evidence = analysis.findings[0]?.evidence ?? [];
  return evidence
    .filter(({ entry }) => rows.includes(entry))
    .slice(0, MAX_EVIDENCE)
    .map(({ entry, pointer }) => ({
      file: CAPTURE_FILE,
      pointer: `/log/entries/${rows.indexOf(entry)}${pointer}`,
    }));
}

function entriesEvidence(
  { rows }: Collected,
  entries: readonly number[],
  pointer: string,
): EvidencePointer[] {
  return entries
    .filter((entry) => rows.includes(entry))
    .slice(0, MAX_EVIDENCE)
    .map((entry) => ({ file: CAPTURE_FILE, pointer: `/log/entries/${rows.indexOf(entry)}${pointer}` }));
}

function said(text: string | undefined): string[] {
  return text === undefined ? [] : [text];
}
