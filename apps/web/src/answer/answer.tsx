import type { Analysis, Finding } from '@harrier/analyze';
import { tellFinding } from '@harrier/knowledge';
import { parseTrackingId } from '@harrier/tracking';
import { ActionIcon, Badge, Button, Collapse, Group, Text, UnstyledButton } from '@mantine/core';
import { memo, useDeferredValue, useRef, useState } from 'react';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { countedText, countText, durationText } from '../captures/quantity.ts';
import { sameFor } from '../captures/same-tab.ts';
import { CompareButton } from '../compare/compare-button.tsx';
import { failedRowsOf } from '../engine/failed-rows.ts';
import { EscalateButton } from '../escalate/escalate-button.tsx';
import { CopyText } from '../frame/copy-text.tsx';
import { usePreferences } from '../frame/preferences.ts';
import { findingTopic } from '../knowledge/open-knowledge.ts';
import { partsOfId } from '../knowledge/parts-of-id.ts';
import { searchLogsOf } from '../logs/search-logs-of.ts';
import { SanitizeButton } from '../sanitize/sanitize-button.tsx';
import { usePrinted } from '../table/use-printed.ts';
import { sentences } from '../words/sentences.ts';
import { useWords } from '../words/use-words.ts';
import classes from './answer.module.css';
import { CaptureQuality } from './capture-quality.tsx';
import { EvidenceLinks } from './evidence-links.tsx';
import { useHeldRoom } from './use-held-room.ts';

/** More are one click away. */
const SHOWN_FINDINGS = 5;

/** The sentence that a support engineer would say, its evidence, and the id to search; then what else was found. */
export const Answer = memo(
  AnswerOf,
  sameFor('id', 'index', 'opened', 'analysis', 'analysisBroke', 'fingerprint', 'connection'),
);

function AnswerOf({ tab: newest }: { readonly tab: CaptureTab }) {
  // The table marks what failed first; the answer is drawn in pieces after it.
  const tab = useDeferredValue(newest);
  const words = useWords();
  const { isAnswerShort, set } = usePreferences();
  const { analysis, opened } = tab;
  const section = useRef<HTMLElement>(null);
  const isHeld = useHeldRoom(section, analysis !== undefined || tab.analysisBroke === true);
  const [first, ...others] = analysis?.findings ?? [];
  const summary = [
    countedText(analysis?.summary.entries ?? tab.index?.length ?? 0, words.answer.requests),
    ...(analysis === undefined
      ? []
      : [
          countedText(failedCount(tab, analysis), words.answer.failed),
          durationText(analysis.summary.spanMs),
        ]),
    [opened?.producer.label, opened?.producer.version].join(' ').trim(),
  ].filter((part) => part !== '');
  return (
    <section
      ref={section}
      className={classes.answer}
      data-held={isHeld || undefined}
      data-short={isAnswerShort || undefined}
      aria-label={words.bench.answer.label}
      data-answer={analysis === undefined ? 'looking' : 'ready'}
    >
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed" truncate>
          <strong>{tab.fileName}</strong> {summary.join(' · ')}
        </Text>
        <Group gap="xs" wrap="nowrap" className="no-print">
          <CompareButton />
          <EscalateButton tab={tab} />
          <SanitizeButton tab={tab} />
          <ActionIcon
            size={26}
            variant="default"
            aria-expanded={!isAnswerShort}
            aria-label={words.bench.answer.short}
            title={words.bench.answer.short}
            onClick={() => set({ isAnswerShort: !isAnswerShort })}
          >
            {isAnswerShort ? '▾' : '▴'}
          </ActionIcon>
        </Group>
      </Group>
      <div aria-live="polite" className={classes.verdict}>
        {analysis === undefined ? (
          <Text c="dimmed">
            {tab.analysisBroke === true ? words.bench.answer.broke : words.bench.answer.looking}
          </Text>
        ) : first === undefined ? (
          <Text fw={600}>
            {analysis.summary.entries === 0
              ? words.knowledge.answers.nothingRead
              : countedText(analysis.summary.entries, (entries) =>
                  words.knowledge.answers.nothingFailed(entries, analysis.summary.slow),
                )}
          </Text>
        ) : (
          <Verdict tab={tab} finding={first} isShort={isAnswerShort} />
        )}
      </div>
      {!isAnswerShort && <OtherFindings tab={tab} findings={others} />}
      <CaptureQuality tab={tab} />
    </section>
  );
}

/** The same number as in the table, on the map and in the statistics. */
function failedCount({ index }: CaptureTab, analysis: Analysis): number {
  return index === undefined ? analysis.summary.failed : failedRowsOf(index, analysis).count;
}

interface VerdictProps {
  readonly tab: CaptureTab;
  readonly finding: Finding;
  readonly isShort: boolean;
}

function Verdict({ tab, finding, isShort }: VerdictProps) {
  const words = useWords();
  const told = tellFinding(finding, words.knowledge);
  const id = tab.analysis?.trackingIds[0]?.id;
  return (
    <>
      <Text size="lg" fw={600} lh={1.3}>
        <span
          className={classes[finding.severity]}
          role="img"
          aria-label={words.knowledge.terms.severity[finding.severity]}
        >
          ●
        </span>{' '}
        <span data-topic={findingTopic(finding.ruleId)}>{told.verdict}</span>
      </Text>
      <Group gap="xs">
        <Badge variant="light" color="gray" tt="none">
          {words.answer.whoCanFix(told.whoCanFix)}
        </Badge>
        <Badge variant="light" color="gray" tt="none">
          {words.knowledge.terms.class[finding.class]}
        </Badge>
        {id !== undefined && <TrackingId tab={tab} id={id} />}
        <EvidenceLinks tab={tab} finding={finding} />
      </Group>
      {!isShort && (
        <Text size="sm" className={classes.explanation}>
          {sentences(told.explanation, told.nextStep)}
        </Text>
      )}
    </>
  );
}

function TrackingId({ tab, id }: { readonly tab: CaptureTab; readonly id: string }) {
  const words = useWords();
  return (
    <Group gap={6} wrap="nowrap">
      <Text size="sm">{words.answer.trackingId}</Text>
      <Text size="sm" ff="monospace">
        {partsOfId(id, parseTrackingId(id)).map(({ text, topic }) => (
          <span key={topic} data-topic={topic}>
            {text}
          </span>
        ))}
      </Text>
      <Button
        size="compact-xs"
        variant="default"
        className="no-print"
        onClick={() => void searchLogsOf({ ...tab, selected: undefined }, 'global')}
      >
        {words.logs.tab.search}
      </Button>
      <CopyText text={id} className="no-print" />
    </Group>
  );
}

/** Up to four beside the first; those that follow from another one, or only inform, are folded away: the table needs the room. */
function OtherFindings({
  tab,
  findings,
}: {
  readonly tab: CaptureTab;
  readonly findings: readonly Finding[];
}) {
  const words = useWords();
  const [isUnfolded, setUnfolded] = useState(false);
  // Nobody can unfold paper.
  const isOpen = usePrinted() || isUnfolded;
  const top = findings
    .filter(({ rank, severity }) => rank === 'top' && severity !== 'info')
    .slice(0, SHOWN_FINDINGS - 1);
  const rest = findings.filter((finding) => !top.includes(finding));
  return (
    <>
      {top.map((finding) => (
        <FindingLine key={finding.fingerprint} tab={tab} finding={finding} />
      ))}
      {rest.length > 0 && (
        <>
          <UnstyledButton
            fz="sm"
            className={classes.more}
            aria-expanded={isOpen}
            onClick={() => setUnfolded(!isUnfolded)}
          >
            {isOpen ? '▾' : '▸'} {words.answer.moreFindings(rest.length)}
          </UnstyledButton>
          <Collapse expanded={isOpen} transitionDuration={0}>
            <div className={classes.rest}>
              {isOpen &&
                rest.map((finding) => <FindingLine key={finding.fingerprint} tab={tab} finding={finding} />)}
            </div>
          </Collapse>
        </>
      )}
    </>
  );
}

function FindingLine({ tab, finding }: { readonly tab: CaptureTab; readonly finding: Finding }) {
  const { knowledge } = useWords();
  const select = useOpenCaptures((state) => state.select);
  const [entry] = finding.entries;
  return (
    <UnstyledButton
      fz="sm"
      className={classes.finding}
      onClick={() => select(tab.id, entry, finding.evidence[0])}
      disabled={entry === undefined}
    >
      <span
        className={classes[finding.severity]}
        role="img"
        aria-label={knowledge.terms.severity[finding.severity]}
      >
        ●
      </span>{' '}
      {tellFinding(finding, knowledge).verdict}
      {finding.entries.length > 1 && (
        <span className={classes.count}> × {countText(finding.entries.length)}</span>
      )}
    </UnstyledButton>
  );
}
