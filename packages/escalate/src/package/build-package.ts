import type { Playbook } from '@harrier/analyze';
import { type Capture, memorySource, memorySpool, openCapture, type SpoolFactory } from '@harrier/har';
import type { EscalationSpeech } from '@harrier/knowledge';
import {
  type CompiledPolicy,
  checkCapture,
  compilePolicy,
  type HandThreads,
  SanitizeError,
} from '@harrier/sanitize';
import { type Answers, inKeyOrder } from '../answers/answers.ts';
import type { Attachment } from '../attachments/strip-attachment.ts';
import type { AuditHead } from '../audit/audit-head.ts';
import { cleanTogether } from '../clean/clean-together.ts';
import { writeEntries } from '../clean/write-entries.ts';
import { collect } from '../collect/collect.ts';
import type { Collected } from '../collect/collected.ts';
import { type DrawFlow, type DrawnFlow, flowLineText } from '../flow/drawn-flow.ts';
import { askGate, type Gate } from '../gate/gate.ts';
import { tellLack } from '../gate/tell-lack.ts';
import type { LogRecord } from '../logs/log-record.ts';
import { htmlPage } from '../summary/html.ts';
import { jiraText } from '../summary/jira.ts';
import { markdownText } from '../summary/markdown.ts';
import { plainText } from '../summary/plain.ts';
import { visibleText } from '../summary/visible-text.ts';
import { stepText, writeSummary } from '../summary/write-summary.ts';
import { type TargetId, targetOf, targets } from '../targets/targets.ts';
import {
  CAPTURE_FILE,
  FLOW_FILE,
  FLOW_TEXT_FILE,
  MANIFEST_FILE,
  PICTURE_FOLDER,
  RECORDING_FOLDER,
  RECORDS_FILE,
  SIGNATURE_FILE,
  SUMS_FILE,
} from './file-names.ts';
import { jsonFile, jsonLines } from './json-file.ts';
import { ESCALATION_SCHEMA, type Manifest, manifestFile, sumsText } from './manifest.ts';
import { type PackageFile, zipBytes } from './zip-bytes.ts';

export interface PackageInput {
  readonly capture: Capture;
  readonly answers: Answers;
  /** undefined: nobody searched; empty: searched, and nothing was found. */
  readonly records: readonly LogRecord[] | undefined;
  /** Stripped already. */
  readonly attachments: readonly Attachment[];
  /** Of a capture that comes from a case on a server. */
  readonly audit?: AuditHead | undefined;
}

export interface PackageOptions {
  /** 32 bytes: the same key and input give the same bytes. Whoever knows it can try values against pseudonyms. */
  readonly key: Uint8Array;
  readonly words: EscalationSpeech;
  readonly target: TargetId;
  readonly toolVersion: string;
  readonly policy?: CompiledPolicy;
  readonly playbooks?: readonly Playbook[];
  /** Follows the request of the first id through the records. */
  readonly drawFlow?: DrawFlow;
  /** A detached OpenPGP signature of the sums, armoured. It holds its moment, so signed packages differ in it. */
  readonly sign?: (sums: Uint8Array) => Promise<string>;
  readonly spool?: SpoolFactory;
  /** To spread the cleaning of a large capture over. */
  readonly threads?: HandThreads;
  readonly signal?: AbortSignal;
}

export interface EscalationPackage {
  readonly zip: Uint8Array;
  readonly gate: Gate;
  readonly manifest: Manifest;
  /** What is in the zip, in its order. */
  readonly files: readonly PackageFile[];
  /** The steps as they were drafted, whether or not the answers have others. */
  readonly draftedSteps: readonly string[];
}

/**
 * Makes the package, ready or draft. Everything in it but the pictures comes from what was made clean, and the capture in it is
 * checked once more. Errors: those of sanitizing; `sanitize/survivor` when the check finds something.
 */
export async function buildPackage(input: PackageInput, options: PackageOptions): Promise<EscalationPackage> {
  const { capture, answers, records, attachments, audit } = input;
  const { policy = compilePolicy(), spool = memorySpool, signal, threads } = options;
  const together = {
    key: options.key,
    policy,
    spool,
    ...(threads === undefined ? {} : { threads }),
    ...(signal === undefined ? {} : { signal }),
  };
  const companions = { answers: inKeyOrder(answers), records };
  const clean = await cleanTogether(capture, companions, together);
  try {
    const collected = await collect(clean, options);
    const har = await writeEntries(clean.capture, collected.rows);
    await checkClean(har, policy);
    return await pack({ collected, har, attachments, audit }, options);
  } finally {
    await clean.capture.close();
  }
}

interface Content {
  readonly collected: Collected;
  readonly har: Uint8Array;
  readonly attachments: readonly Attachment[];
  readonly audit: AuditHead | undefined;
}

async function pack(
  { collected, har, attachments, audit }: Content,
  options: PackageOptions,
): Promise<EscalationPackage> {
  const { words, target, drawFlow, sign } = options;
  const named = attachments.map((one, at) => ({ ...one, file: attachmentName(one, at) }));
  const flow = drawFlow === undefined ? undefined : flowOf(collected, drawFlow);
  const gate = askGate(collected, words, flow);
  const data: PackageFile[] = [
    file('gate.json', jsonFile(gateJson(gate, words))),
    { name: CAPTURE_FILE, bytes: har },
    file('errors.json', jsonFile(errorsJson(collected))),
    ...(collected.searched ? [file(RECORDS_FILE, jsonLines(collected.records))] : []),
    file('timeline.json', jsonFile(timelineJson(collected))),
    ...(flow === undefined
      ? []
      : [
          file(FLOW_FILE, flow.svg),
          file(FLOW_TEXT_FILE, flow.lines.map((line) => `${visibleText(flowLineText(line))}\n`).join('')),
        ]),
    file('steps.json', jsonFile(stepsJson(collected, words))),
    file('environment.json', jsonFile(collected.environment)),
    file('redaction-report.json', jsonFile(collected.redactions)),
    ...named.map(({ file: name, bytes }) => ({ name, bytes })),
  ];
  const files = [...data.map(({ name }) => name), MANIFEST_FILE, SUMS_FILE];
  const summary = {
    collected,
    gate,
    words,
    attachments: named,
    files,
    ...(flow === undefined ? {} : { flow }),
    ...(audit === undefined ? {} : { audit }),
  };
  const general = writeSummary(summary, targets[0].sections);
  const told: PackageFile[] = [
    file('summary.md', markdownText(general)),
    file('summary.html', htmlPage(general, words.escalation.title, words.language)),
    ...(target === targets[0].id ? [] : [requestFile(summary, target)]),
  ];
  const listed = await Promise.all([...told, ...data].map(manifestFile));
  const { damage } = collected.environment;
  const manifest: Manifest = {
    schema: ESCALATION_SCHEMA,
    tool: { name: 'harrier', version: options.toolVersion },
    ...(collected.answers.case === undefined ? {} : { case: collected.answers.case }),
    ...(audit === undefined ? {} : { audit }),
    language: words.language,
    target,
    state: gate.state,
    capture: {
      entries: collected.entries,
      rows: collected.rows,
      ...(damage === undefined ? {} : { damage: damage.map(({ ruleId }) => ruleId) }),
    },
    files: listed,
  };
  const manifestOfFiles = file(MANIFEST_FILE, jsonFile(manifest));
  const sums = file(SUMS_FILE, sumsText([...listed, await manifestFile(manifestOfFiles)]));
  const signed = sign === undefined ? [] : [file(SIGNATURE_FILE, await sign(sums.bytes))];
  const all = [...told, ...data, manifestOfFiles, sums, ...signed];
  return {
    zip: zipBytes(all),
    gate,
    manifest,
    files: all,
    draftedSteps: collected.steps.map((step) => stepText(step, words)),
  };
}

/** The flow of the first id that has records: the gate asks for those. */
function flowOf({ ids, records, errors }: Collected, draw: DrawFlow): DrawnFlow | undefined {
  const asked = ids.find((one) => one.records > 0);
  if (asked === undefined) return undefined;
  const exchange = errors.find(({ entry }) => entry === asked.found?.entry)?.exchange;
  return draw({ id: asked.id, records, exchange });
}

/** What is pasted into the target's form. */
function requestFile(summary: Parameters<typeof writeSummary>[0], id: TargetId): PackageFile {
  const { sections, markup } = targetOf(id);
  const blocks = writeSummary(summary, sections);
  const write = { markdown: markdownText, jira: jiraText, plain: plainText }[markup];
  return file(`request.${id}.${markup === 'markdown' ? 'md' : 'txt'}`, write(blocks));
}

/** The gate with its reasons in words. Also what `escalate --json` says. */
export function gateJson({ state, questions, solvable }: Gate, words: EscalationSpeech): object {
  return {
    state,
    ...(solvable === undefined ? {} : { solvable }),
    questions: questions.map(({ question, answer, evidence, lacks }) => ({
      question,
      asked: words.escalation.question[question],
      answered: lacks.length === 0,
      answer,
      evidence,
      lacks: lacks.map((lack) => ({ code: lack.code, ...tellLack(lack, words) })),
    })),
  };
}

/** No error message is longer, and the capture beside it holds all of the answer. */
const MAX_TEXT_CHARS = 20_000;

/** The text of each error, where the summary cuts it. Numbers of entries are those of the capture in the package. */
function errorsJson({ errors, rows }: Collected): object[] {
  return errors.map(({ entry, exchange: { entry: http, error, trackingId, responseText } }) => ({
    entry: rows.indexOf(entry),
    startedDateTime: http.startedDateTime ?? null,
    method: http.request.method,
    url: http.request.url,
    status: http.response.status ?? null,
    timeMs: http.timeMs ?? null,
    error: error?.text ?? http.error ?? null,
    trackingId: trackingId ?? null,
    responseText: responseText?.slice(0, MAX_TEXT_CHARS) ?? null,
  }));
}

function timelineJson({ timeline, rows }: Collected): object[] {
  return timeline.map(({ entry, ...moment }) => ({
    ...moment,
    ...(entry === undefined ? {} : { entry: rows.indexOf(entry) }),
  }));
}

function stepsJson({ answers, steps, rows }: Collected, words: EscalationSpeech): object[] {
  if (answers.steps !== undefined) return answers.steps.map((text) => ({ text }));
  return steps.map((step) => ({
    text: stepText(step, words),
    ...('entry' in step && rows.includes(step.entry) ? { entry: rows.indexOf(step.entry) } : {}),
  }));
}

/** The rules run once more over the very bytes that leave. */
async function checkClean(har: Uint8Array, policy: CompiledPolicy): Promise<void> {
  const found = await checkCapture(await openCapture(memorySource(har)), { policy });
  if (found.length === 0) return;
  throw new SanitizeError(
    'sanitize/survivor',
    'The capture of the package is not clean.',
    'Please report it, without the capture.',
    found.map(({ pointer }) => pointer),
  );
}

const endings = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'video/webm': 'webm',
  'video/mp4': 'mp4',
} as const;

function attachmentName({ mediaType }: Attachment, at: number): string {
  const folder = mediaType.startsWith('image/') ? PICTURE_FOLDER : RECORDING_FOLDER;
  return `${folder}/${at + 1}.${endings[mediaType]}`;
}

function file(name: string, text: string): PackageFile {
  return { name, bytes: new TextEncoder().encode(text) };
}
