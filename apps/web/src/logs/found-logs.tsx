import type { StoredRecord } from '@harrier/logs/for-pages';
import { callText } from '@harrier/logs/for-pages';
import { NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { countText } from '../captures/quantity.ts';
import { useWords } from '../words/use-words.ts';
import { ExportMenu } from './export-menu.tsx';
import { HopList } from './flow/hop-list.tsx';
import { SequenceDiagram } from './flow/sequence-diagram.tsx';
import { useFlow } from './flow/use-flow.ts';
import { Verdict } from './flow/verdict.tsx';
import { everyLine, filterLines } from './lines/line-filter.ts';
import { LineFilters } from './lines/line-filters.tsx';
import { LogLines } from './lines/log-lines.tsx';
import { onOneClock } from './lines/one-clock.ts';
import { shownText } from './lines/shown-text.ts';
import classes from './logs.module.css';
import type { LogSearch } from './search/log-search.ts';

interface FoundLogsProps {
  readonly search: LogSearch;
  readonly onId: (id: string) => void;
}

/** What a search found: where it broke, the diagram, the services, their lines. Words have lines only. */
export function FoundLogs({ search, onId }: FoundLogsProps) {
  const { logs } = useWords();
  const { records } = search;
  const [request, setRequest] = useState<number>();
  const shown = useFlow(search, request);
  const flow = shown?.flow;
  // Until somebody chooses, the service where it broke is open.
  const [chosenHop, setHop] = useState<number>();
  const [isAll, setAll] = useState(false);
  const [filter, setFilter] = useState(everyLine);
  const hop = chosenHop ?? flow?.firstFailing ?? flow?.drifts[0]?.to;
  const ofHop = hop === undefined || isAll ? undefined : flow?.hops[hop];
  const lines: readonly StoredRecord[] = ofHop?.lines ?? records;
  const filtered = filterLines(lines, filter);
  const failure = hop === undefined ? undefined : flow?.hops[hop]?.failure;
  const choose = (next: number): void => {
    setHop(next);
    setAll(false);
  };
  return (
    <>
      <div className={classes.export}>
        <ExportMenu
          records={filtered}
          flow={flow}
          name={search.target === undefined ? 'logs' : nameOf(search)}
        />
      </div>
      {shown !== undefined && shown.flows.length > 1 && (
        <div className={classes.requests}>
          <Text size="sm">{logs.flow.chosen(shown.flows.length)}</Text>
          <NativeSelect
            size="xs"
            aria-label={logs.flow.title}
            value={String(shown.flows.indexOf(shown.flow))}
            onChange={(event) => {
              setRequest(Number(event.currentTarget.value));
              setHop(undefined);
            }}
            data={shown.flows.map(({ request: path, asked, base }, at) => ({
              value: String(at),
              label: [
                logs.flow.requestOf(callText(path) || base),
                asked?.method,
                asked?.path.split('/').at(-1),
              ]
                .filter((part) => part !== undefined)
                .map(shownText)
                .join(' '),
            }))}
          />
        </div>
      )}
      {flow !== undefined && (
        <>
          <Verdict flow={flow} onHop={choose} />
          <div className={classes.diagram}>
            <SequenceDiagram flow={flow} chosen={hop} onHop={choose} />
          </div>
        </>
      )}
      <div className={classes.found}>
        {flow !== undefined && (
          <div className={classes.hops}>
            <HopList flow={flow} chosen={hop} onHop={choose} />
          </div>
        )}
        <div className={classes.lines}>
          <div className={classes.bar}>
            {flow !== undefined && hop !== undefined && (
              <SegmentedControl
                size="xs"
                value={isAll ? 'all' : 'hop'}
                onChange={(next) => setAll(next === 'all')}
                data={[
                  { value: 'hop', label: logs.lines.ofHop },
                  { value: 'all', label: logs.lines.all },
                ]}
              />
            )}
            <LineFilters records={records} filter={filter} onChange={setFilter} />
            <Text size="sm" c="dimmed">
              {logs.lines.shown(countText(filtered.length), countText(records.length))}
            </Text>
          </div>
          {filtered.length === 0 && lines.length > 0 ? (
            <Text p="sm" c="dimmed">
              {logs.lines.nothingFits}
            </Text>
          ) : (
            <LogLines
              lines={onOneClock(filtered, flow)}
              marked={failure?.line}
              why={failure?.text ?? ''}
              onId={onId}
            />
          )}
        </div>
      </div>
    </>
  );
}

function nameOf({ target }: LogSearch): string {
  return (target?.kind === 'id' ? target.id.text : (target?.digits ?? 'logs')).replace(/[^\w-]+/g, '-');
}
