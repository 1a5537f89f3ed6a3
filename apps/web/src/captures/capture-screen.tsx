import { Button, Group, Progress, Text } from '@mantine/core';
import { Suspense, useEffect } from 'react';
import answer from '../answer/answer.module.css';
import { Answer } from '../answer/answer.tsx';
import { FilterBar } from '../filter/filter-bar.tsx';
import { Fault, FaultBoundary } from '../frame/fault.tsx';
import { usePreferences } from '../frame/preferences.ts';
import { Splitter } from '../frame/splitter.tsx';
import { lazyPart } from '../frame/unloaded.ts';
import { useStages } from '../frame/use-stages.ts';
import { Minimap } from '../minimap/minimap.tsx';
import { SidePanel } from '../panels/side-panel.tsx';
import { RequestTable } from '../table/request-table.tsx';
import { useWords } from '../words/use-words.ts';
import { type CaptureTab, useOpenCaptures } from './open-captures.ts';
import { byteText, countText } from './quantity.ts';
import { Unreadable } from './unreadable.tsx';

/** Nobody looks at a request before all rows are there: its tabs and previews are loaded then, and take no time from reading. */
const loadDetails = () => import('../details/details.tsx');
const Details = lazyPart(async () => (await loadDetails()).Details);

/** One capture: answer, minimap, table, and the request that was chosen. */
export function CaptureScreen({ tab }: { readonly tab: CaptureTab }) {
  const { bench } = useWords();
  const { detailsSide, detailsShare, set } = usePreferences();
  const retry = useOpenCaptures((state) => state.retry);
  // The rows are what a person waits for: whatever else there is waits until the table stands.
  const stage = useStages(3);
  const isReady = tab.state === 'ready';
  useEffect(() => {
    // Whoever needs them is told.
    if (stage >= 3 && isReady) loadDetails().catch(() => {});
  }, [stage, isReady]);
  if (tab.state === 'unreadable') return <Unreadable tab={tab} />;
  if (tab.readingBroke === true) return <Fault onAgain={() => void retry(tab.id, {})} />;
  const hasDetails = tab.selected !== undefined && isReady;
  const share = detailsShare[detailsSide];
  return (
    <main className="capture" {...(hasDetails && detailsSide === 'below' ? { 'data-details': true } : {})}>
      {tab.state === 'reading' ? <Reading tab={tab} /> : <Answer tab={tab} />}
      {stage >= 3 ? <Minimap tab={tab} /> : <div className="minimap-room" />}
      {stage >= 2 ? <FilterBar tab={tab} /> : <div className="filter-room" />}
      <div className="work">
        <div className={detailsSide === 'below' ? 'split-below' : 'split-right'}>
          <div className="part" style={{ flex: hasDetails ? 1 - share : 1 }}>
            {stage >= 1 && <RequestTable tab={tab} />}
          </div>
          {hasDetails && (
            <>
              <Splitter
                side={detailsSide}
                share={share}
                label={bench.frame.splitter}
                onChange={(next) => set({ detailsShare: { ...detailsShare, [detailsSide]: next } })}
              />
              <div className="part" style={{ flex: share }}>
                <FaultBoundary of={tab.selected}>
                  <Suspense fallback={<section aria-busy />}>
                    <Details tab={tab} row={tab.selected as number} />
                  </Suspense>
                </FaultBoundary>
              </div>
            </>
          )}
        </div>
        <SidePanel tab={tab} />
      </div>
    </main>
  );
}

function Reading({ tab }: { readonly tab: CaptureTab }) {
  const words = useWords();
  const close = useOpenCaptures((state) => state.close);
  const isAnswerShort = usePreferences((state) => state.isAnswerShort);
  const { readBytes = 0, entries = 0 } = tab.progress ?? {};
  const totalBytes = tab.progress?.totalBytes ?? tab.sizeBytes;
  return (
    <section className={answer.reading} data-short={isAnswerShort || undefined}>
      <Group wrap="nowrap">
        <Progress
          flex={1}
          value={totalBytes === 0 ? 0 : (100 * readBytes) / totalBytes}
          aria-label={tab.fileName}
        />
        <Text size="sm">
          {words.reading.progress(byteText(readBytes), byteText(totalBytes), countText(entries))}
        </Text>
        <Button size="compact-sm" variant="default" onClick={() => close(tab.id)}>
          {words.reading.cancel}
        </Button>
      </Group>
      <Text c="dimmed">{words.reading.meanwhile}</Text>
    </section>
  );
}
