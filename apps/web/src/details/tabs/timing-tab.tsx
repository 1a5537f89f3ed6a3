import { type Phase, type PhaseBreakdown, phaseBreakdown } from '@harrier/har';
import { Group, Text } from '@mantine/core';
import { Fragment } from 'react';
import { decimalText } from '../../captures/quantity.ts';
import { usePhaseColours } from '../../waterfall/phase-colours.ts';
import { useWords } from '../../words/use-words.ts';
import classes from '../details.module.css';
import type { TabProps } from '../entry-view.ts';
import { Explains } from '../explains.tsx';
import { SectionTitle } from '../section-title.tsx';
import { phaseShares } from '../timing/phase-shares.ts';
import { serverTimings } from '../timing/server-timings.ts';
import timing from '../timing/timing.module.css';

/** The groups of DevTools' picture, and the phases in each. */
const GROUPS: readonly {
  readonly title: 'scheduling' | 'connection' | 'serviceWorker' | 'exchange';
  readonly phases: readonly Phase[];
}[] = [
  { title: 'scheduling', phases: ['queueing'] },
  { title: 'connection', phases: ['stalled', 'proxy', 'dns', 'connect', 'ssl'] },
  {
    title: 'serviceWorker',
    phases: ['serviceWorkerStartup', 'serviceWorkerRespondWith', 'serviceWorkerRequest'],
  },
  { title: 'exchange', phases: ['send', 'wait', 'receive', 'unaccounted'] },
];

/** DevTools' picture, each phase explained; phases and what none accounts for add up to the whole time, always. */
export function TimingTab({ tab, row, entry }: TabProps) {
  const { details, knowledge } = useWords();
  const breakdown = phaseBreakdown(entry);
  const { spans, timeMs, servedFromMemory, pending, failedIn } = breakdown;
  const queuedMs = queuedAt(tab, row);
  if (spans.length === 0)
    return (
      <Text c="dimmed">
        {servedFromMemory ? details.fromMemory : pending ? details.pending : details.noTiming}
      </Text>
    );
  const queueing = spans.find(({ phase }) => phase === 'queueing')?.endMs ?? 0;
  const inServer = serverTimings(entry.response.headers);
  return (
    <>
      {pending && <Text>{details.pending}</Text>}
      {servedFromMemory && <Text>{details.fromMemory}</Text>}
      <Group gap="xl" mt={4}>
        {queuedMs !== undefined && (
          <Text size="sm" c="dimmed">
            {details.queuedAt(exact(queuedMs))} · {details.startedAt(exact(queuedMs + queueing))}
          </Text>
        )}
      </Group>
      <ServerAndNetwork breakdown={breakdown} />
      {GROUPS.map(({ title, phases }) => {
        const shown = spans.filter(({ phase }) => phases.includes(phase));
        if (shown.length === 0) return null;
        return (
          <Fragment key={title}>
            <SectionTitle>{details.timingGroups[title]}</SectionTitle>
            {shown.map(({ phase, startMs, endMs, within }) => (
              <div key={phase} className={timing.phase}>
                <span className={within === undefined ? timing.name : timing.inner}>
                  <Explains topic={`phase/${phase}`}>{knowledge.terms.phase[phase]}</Explains>
                  {failedIn === phase && <b> ✕ {details.failedHere}</b>}
                </span>
                <PhaseBar phase={phase} startMs={startMs} endMs={endMs} timeMs={timeMs} />
                <span className={timing.duration}>{exact(endMs - startMs)}</span>
                <span className={timing.meaning}>{knowledge.phases[phase]}</span>
              </div>
            ))}
          </Fragment>
        );
      })}
      <div className={timing.total}>
        <b>{details.total}</b>
        <span />
        <b className={timing.duration}>{exact(timeMs)}</b>
      </div>
      {inServer.length > 0 && (
        <>
          <SectionTitle>Server-Timing</SectionTitle>
          {inServer.map(({ name, description, durationMs }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a name can stand there twice
            <div key={at} className={timing.phase}>
              <span className={timing.name}>{name}</span>
              <span>{description}</span>
              <span className={timing.duration}>{durationMs === undefined ? '' : exact(durationMs)}</span>
            </div>
          ))}
        </>
      )}
    </>
  );
}

interface PhaseBarProps {
  readonly phase: Phase;
  readonly startMs: number;
  readonly endMs: number;
  readonly timeMs: number;
}

function PhaseBar({ phase, startMs, endMs, timeMs }: PhaseBarProps) {
  const colours = usePhaseColours();
  return (
    <div className={classes.bar}>
      <div
        className={phase === 'unaccounted' ? timing.hatched : ''}
        style={{
          left: `${timeMs === 0 ? 0 : (100 * startMs) / timeMs}%`,
          width: `${timeMs === 0 ? 0 : (100 * (endMs - startMs)) / timeMs}%`,
          backgroundColor: colours[phase],
        }}
      />
    </div>
  );
}

/** Whose time it was, in one bar and in words. */
export function ServerAndNetwork({ breakdown }: { readonly breakdown: PhaseBreakdown }) {
  const { details } = useWords();
  const colours = usePhaseColours();
  const shares = phaseShares(breakdown);
  const colourOf = {
    browser: colours.stalled,
    network: colours.receive,
    server: colours.wait,
    unaccounted: colours.unaccounted,
  } as const;
  return (
    <Group gap="sm" mt={4} wrap="wrap">
      <div className={`${classes.stack} ${timing.shares}`} aria-hidden>
        {shares.map(({ party, ms }) => (
          <div
            key={party}
            className={party === 'unaccounted' ? timing.hatched : ''}
            style={{ flexGrow: ms, backgroundColor: colourOf[party] }}
          />
        ))}
      </div>
      {shares.map(({ party, ms, share }) => (
        <Text key={party} size="sm">
          {details.parties[party]} {exact(ms)} ({Math.round(100 * share)} %)
        </Text>
      ))}
    </Group>
  );
}

/** ms between the beginning of the capture and the request; undefined where it has no date. */
function queuedAt({ opened, index }: TabProps['tab'], row: number): number | undefined {
  const first = opened?.index.columns.startEpochMs;
  const at = index?.columns.startEpochMs[row];
  if (first === undefined || at === undefined || Number.isNaN(at)) return undefined;
  let earliest = at;
  for (let other = 0; other < (index?.length ?? 0); other++) {
    const start = first[other] as number;
    if (start < earliest && start > 0) earliest = start;
  }
  return at - earliest;
}

/** A duration with what can be read of it: two digits behind the point below 100 ms. */
function exact(ms: number): string {
  if (ms >= 1000) return `${decimalText((ms / 1000).toFixed(2))}\u202fs`;
  return `${ms >= 100 ? Math.round(ms) : decimalText(Number(ms.toFixed(2)))}\u202fms`;
}
