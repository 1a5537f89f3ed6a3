import { type EscalationSpeech, tellFinding } from '@harrier/knowledge';
import { type AuditHead, auditHeadText } from '../audit/audit-head.ts';
import type { Collected } from '../collect/collected.ts';
import { resultOf, type Step } from '../collect/steps.ts';
import { tellingFindings } from '../collect/telling-findings.ts';
import { isoText } from '../collect/timeline.ts';
import { type DrawnFlow, flowLineText } from '../flow/drawn-flow.ts';
import type { EvidencePointer, Gate } from '../gate/gate.ts';
import { tellLack } from '../gate/tell-lack.ts';
import { FLOW_FILE } from '../package/file-names.ts';
import type { Section } from '../targets/targets.ts';
import type { Block, Span } from './document.ts';

/** What a summary is made of. */
export interface SummaryInput {
  readonly collected: Collected;
  readonly gate: Gate;
  readonly words: EscalationSpeech;
  readonly attachments: readonly {
    readonly file: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  }[];
  readonly flow?: DrawnFlow;
  readonly audit?: AuditHead;
  readonly files: readonly string[];
}

/** A summary is read on a screen or two; the files have the rest. */
const MAX_ITEMS = 50;
const MAX_BODY_CHARS = 2000;

/** The summary as blocks, in the order of sections that a target wants. */
export function writeSummary(input: SummaryInput, sections: readonly Section[]): readonly Block[] {
  const { gate, words, collected } = input;
  const { escalation } = words;
  const name = collected.answers.case;
  const blocks: Block[] = [
    heading(1, name === undefined ? escalation.title : `${escalation.title} ${name}`),
    text(escalation.state[gate.state]),
    ...damageOf(input),
  ];
  for (const section of sections) {
    const content = writers[section](input);
    blocks.push(
      heading(2, escalation.section[section]),
      ...(content.length === 0 ? [text(escalation.none)] : content),
    );
  }
  return blocks;
}

/** At the top, for every target: what is missing may lie where the original was cut or broken. */
function damageOf({ collected: { environment }, words }: SummaryInput): Block[] {
  const { labelled, original } = words.escalation;
  return (environment.damage ?? []).map((damage) => {
    const { verdict, explanation } = tellFinding(damage, words);
    return text(labelled(original), `${verdict} ${explanation}`);
  });
}

const writers: Readonly<Record<Section, (input: SummaryInput) => readonly Block[]>> = {
  questions: ({ gate, words }) =>
    gate.questions.flatMap(({ question, answer, evidence, lacks }) => {
      const { escalation } = words;
      const pointers: Span[] = evidence.map((one) => ({ literal: pointerText(one) }));
      return [
        heading(3, escalation.question[question]),
        // A word by itself is an id or a time.
        ...list(answer.map((one) => [/\s/.test(one) ? one : { literal: one }])),
        ...(pointers.length === 0
          ? []
          : [text(escalation.labelled(escalation.evidence), ...separated(pointers))]),
        ...lacks.flatMap((lack) => {
          const { what, next } = tellLack(lack, words);
          const { labelled, missing } = escalation;
          return [text(`${labelled(missing)}${what}`), text(`${labelled(escalation.next)}${next}`)];
        }),
      ];
    }),
  findings: ({ collected, words }) =>
    tellingFindings(collected.analysis).flatMap((finding) => {
      const told = tellFinding(finding, words);
      const { labelled, next, whoCanFix } = words.escalation;
      return [
        heading(3, told.verdict),
        text(told.explanation),
        text(`${labelled(whoCanFix)}${told.whoCanFix}`),
        text(`${labelled(next)}${told.nextStep}`),
      ];
    }),
  errors: ({ collected, words }) => [
    ...collected.errors.slice(0, MAX_ITEMS).flatMap(({ exchange }) => {
      const { entry, trackingId, responseText = '' } = exchange;
      const facts = [
        ...(entry.startEpochMs === undefined ? [] : [isoText(entry.startEpochMs)]),
        resultOf(exchange),
        ...(trackingId === undefined ? [] : [trackingId]),
      ];
      return [
        text({ literal: `${entry.request.method} ${entry.request.url}` }),
        ...list(facts.map((fact) => [{ literal: fact }])),
        ...(responseText === '' ? [] : [code(responseText.slice(0, MAX_BODY_CHARS))]),
      ];
    }),
    ...(collected.leftOut === 0 ? [] : [text(words.escalation.leftOut(collected.leftOut))]),
  ],
  'tracking-ids': ({ collected, words }) =>
    list(
      collected.ids.map(({ id, records }) => [
        { literal: id },
        ...(collected.searched ? [` – ${words.escalation.records(records)}`] : []),
      ]),
    ),
  'log-records': ({ collected: { records }, words }) =>
    records.length === 0
      ? []
      : [
          text(words.escalation.records(records.length)),
          code(
            records
              .slice(0, MAX_ITEMS)
              .map(({ time, service, level, text: body }) =>
                [time ?? '–', service, level, body].filter(Boolean).join('  '),
              )
              .join('\n'),
          ),
        ],
  timeline: ({ collected: { timeline }, words }) =>
    timeline.length === 0
      ? []
      : [
          text(words.escalation.utc),
          ...list(
            timeline
              .slice(0, MAX_ITEMS)
              .map(({ time, who, what }) => [
                { literal: time },
                ' ',
                { literal: who },
                ' ',
                { literal: what },
              ]),
          ),
        ],
  flow: ({ flow }) =>
    flow === undefined
      ? []
      : [
          {
            kind: 'picture',
            file: FLOW_FILE,
            mediaType: 'image/svg+xml',
            bytes: new TextEncoder().encode(flow.svg),
          },
          ...list(flow.lines.slice(0, MAX_ITEMS).map((line) => [{ literal: flowLineText(line) }])),
        ],
  steps: ({ collected, words }) =>
    list(
      collected.answers.steps?.map((step) => [step]) ??
        collected.steps.map((step) => [stepText(step, words)]),
      'numbered',
    ),
  environment: ({ collected: { environment }, words }) => {
    const labels = words.escalation.environment;
    const { browser, recorder, userAgent, hosts, from, until, said } = environment;
    const facts: readonly (readonly [string, string | undefined])[] = [
      [labels.browser, browser],
      [labels.recorder, recorder],
      [labels['user-agent'], userAgent],
      [labels.hosts, hosts.join(', ') || undefined],
      ['UTC', from === undefined ? undefined : `${from} – ${until}`],
      ...Object.entries(said),
    ];
    return list(
      facts.flatMap(([label, value]) =>
        value === undefined ? [] : [[words.escalation.labelled(label), { literal: value }]],
      ),
    );
  },
  pictures: ({ attachments, words: { escalation } }) => {
    const pictures = attachments.filter(({ mediaType }) => mediaType.startsWith('image/'));
    const recordings = attachments.filter((one) => !pictures.includes(one));
    return [
      ...(pictures.length === 0 ? [text(escalation.noPicture)] : []),
      ...pictures.map((picture): Block => ({ kind: 'picture', ...picture })),
      ...list(recordings.map(({ file }) => [{ literal: file }])),
      ...(attachments.length === 0 ? [] : [text(escalation.picturesUnread)]),
    ];
  },
  redactions: ({ collected: { redactions }, audit, words: { escalation } }) => [
    text(escalation.redacted(redactions.counts.credentials, redactions.counts.redactions)),
    ...(audit === undefined ? [] : [text(escalation.audit(auditHeadText(audit), audit.time))]),
  ],
  files: ({ files }) => list(files.map((file) => [{ literal: file }])),
};

export function stepText(step: Step, { escalation }: EscalationSpeech): string {
  switch (step.kind) {
    case 'open':
      return escalation.step.open(step.url);
    case 'submit':
      return escalation.step.submit(step.url);
    case 'send':
      return step.handler === undefined
        ? escalation.step.send(step.method, step.url)
        : escalation.step.use(step.handler, step.method, step.url);
    case 'click':
      return escalation.step.click(step.name, step.role);
    case 'form':
      return escalation.step.form(step.name);
    case 'key':
      return escalation.step.key(step.name);
    case 'observe':
      return escalation.step.observe(step.result);
  }
}

function pointerText({ file, pointer = '', line }: EvidencePointer): string {
  return line === undefined ? `${file}${pointer === '' ? '' : ` ${pointer}`}` : `${file}:${line}`;
}

function separated(spans: readonly Span[]): Span[] {
  return spans.flatMap((span, at) => (at === 0 ? [span] : [', ', span]));
}

function heading(level: 1 | 2 | 3, words: string): Block {
  return { kind: 'heading', level, text: words };
}

function text(...spans: readonly Span[]): Block {
  return { kind: 'text', spans };
}

function code(words: string): Block {
  return { kind: 'code', text: words };
}

function list(items: readonly (readonly Span[])[], style?: 'numbered'): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', numbered: style === 'numbered', items }];
}
