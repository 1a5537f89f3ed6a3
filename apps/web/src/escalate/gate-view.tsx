import type { EvidencePointer, Gate, Lack } from '@harrier/escalate';
import { tellLack } from '@harrier/escalate';
import type { LackFacts } from '@harrier/knowledge';
import { Anchor, Text } from '@mantine/core';
import { useOpenCaptures } from '../captures/open-captures.ts';
import { useShownPage } from '../pages/shown-page.ts';
import { useWords } from '../words/use-words.ts';
import classes from './escalate.module.css';

interface GateViewProps {
  readonly tabId: number;
  readonly gate: Gate;
  /** Rows of the capture that are in the package, in its order. */
  readonly rows: readonly number[];
  /** Its answers are in another language than the page, and are on their way in this one. */
  readonly isOld: boolean;
}

/** Nobody reads more of one answer here; the package has all of them. */
const SHOWN_ANSWERS = 4;
const SHOWN_EVIDENCE = 6;

/** Each question of engineering: its answer with the evidence, or what it lacks and what to do here. */
export function GateView({ tabId, gate, rows, isOld }: GateViewProps) {
  const { knowledge } = useWords();
  const { question: questions, evidence: evidenceLabel } = knowledge.escalation;
  return (
    <ol className={classes.gate} aria-busy={isOld}>
      {gate.questions.map(({ question, answer, evidence, lacks }) => (
        <li key={question} data-question={question} data-answered={lacks.length === 0}>
          <Text fw={600} size="sm">
            <span aria-hidden>{lacks.length === 0 ? '✓ ' : '✗ '}</span>
            {questions[question]}
          </Text>
          {answer.slice(0, SHOWN_ANSWERS).map((one) => (
            <div key={one} className={classes.answer}>
              {one}
            </div>
          ))}
          {evidence.length > 0 && (
            <Text size="xs" c="dimmed">
              {evidenceLabel}{' '}
              {evidence.slice(0, SHOWN_EVIDENCE).map((pointer, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the evidence of one answer never moves
                <Pointer key={at} tabId={tabId} pointer={pointer} rows={rows} />
              ))}
            </Text>
          )}
          {lacks.map((lack) => (
            <LackView key={JSON.stringify(lack)} lack={lack} />
          ))}
        </li>
      ))}
    </ol>
  );
}

/** Why an answer does not count, and what to do on this page. */
function LackView({ lack }: { readonly lack: Lack }) {
  const { knowledge, escalate } = useWords();
  // The code chooses both the sentence and the facts, which the compiler cannot see through the union.
  const next = escalate.next[lack.code] as (facts: LackFacts[typeof lack.code]) => string;
  return (
    <div className={classes.lack} data-lack={lack.code}>
      <Text size="sm">{tellLack(lack, knowledge).what}</Text>
      <Text size="sm">
        <b>{knowledge.escalation.next}</b> {next(lack.facts)}
      </Text>
    </div>
  );
}

/** A place of the capture leads to its request in the table. */
function Pointer({
  tabId,
  pointer: { file, pointer = '', line },
  rows,
}: {
  readonly tabId: number;
  readonly pointer: EvidencePointer;
  readonly rows: readonly number[];
}) {
  const select = useOpenCaptures((state) => state.select);
  const show = useShownPage((state) => state.show);
  const [, at, rest = ''] = /^\/log\/entries\/(\d+)(.*)$/.exec(pointer) ?? [];
  const row = at === undefined ? undefined : rows[Number(at)];
  if (row === undefined)
    return <code className={classes.pointer}>{line === undefined ? file : `${file}:${line}`} </code>;
  return (
    <Anchor
      component="button"
      type="button"
      fz="xs"
      className={classes.pointer}
      onClick={() => {
        select(tabId, row, { entry: row, pointer: rest, role: 'context' });
        show('workbench');
      }}
    >
      #{row}
      {rest.replaceAll('/', ' › ')}{' '}
    </Anchor>
  );
}
