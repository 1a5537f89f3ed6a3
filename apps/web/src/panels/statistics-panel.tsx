import { Text, UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { byteText, countText, durationText } from '../captures/quantity.ts';
import type { CaptureStatistics } from '../engine/analyst/analyst.ts';
import { selectedRows } from '../engine/view/selected-rows.ts';
import { useWords } from '../words/use-words.ts';
import classes from './side-panel.module.css';

/** More lines are not read. */
const MAX_LINES = 60;

/** Requests by host and by template: how many, how many failed, how long. Of what the filter lets through. */
export function StatisticsPanel({ tab }: { readonly tab: CaptureTab }) {
  const { bench, knowledge } = useWords();
  const ask = useOpenCaptures((state) => state.ask);
  const statistics = useStatistics(tab);
  if (statistics === undefined)
    return (
      <Text className={classes.content} c="dimmed" role="status">
        {bench.filter.looking}
      </Text>
    );
  const { hosts, templates } = statistics;
  if (hosts.length === 0)
    return (
      <Text className={classes.content} role="status">
        {tab.index?.length === 0 ? knowledge.answers.nothingRead : bench.table.nothingFits}
      </Text>
    );
  const time = (ms: number | null): string => (ms === null ? '' : durationText(ms));
  return (
    <div className={classes.content}>
      <Text fw={600}>{bench.statistics.hosts}</Text>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{bench.statistics.host}</th>
            <th>{bench.statistics.count}</th>
            <th>{bench.statistics.errors}</th>
            <th>{bench.statistics.bytes}</th>
            <th>p50</th>
            <th>p95</th>
          </tr>
        </thead>
        <tbody>
          {hosts.slice(0, MAX_LINES).map(({ host, count, errors, bytes, p50Ms, p95Ms }) => (
            <tr key={host}>
              <td title={host}>
                <UnstyledButton fz="xs" onClick={() => void ask(tab.id, { filter: `domain:${host}` })}>
                  {host === '' ? '–' : host}
                </UnstyledButton>
              </td>
              <td>{countText(count)}</td>
              <td>{errors === 0 ? '' : countText(errors)}</td>
              <td>{bytes === undefined ? '' : byteText(bytes)}</td>
              <td>{time(p50Ms)}</td>
              <td>{time(p95Ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text fw={600} mt="sm">
        {bench.statistics.templates}
      </Text>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{bench.statistics.template}</th>
            <th>{bench.statistics.count}</th>
            <th>{bench.statistics.errors}</th>
            <th>p50</th>
            <th>p95</th>
          </tr>
        </thead>
        <tbody>
          {templates.slice(0, MAX_LINES).map(({ method, host, path, count, errors, p50Ms, p95Ms }) => (
            <tr key={`${method} ${host}${path}`}>
              <td title={`${method} ${host}${path}`}>
                <UnstyledButton
                  fz="xs"
                  onClick={() =>
                    void ask(tab.id, { filter: `method:${method} domain:${host} ${urlPart(path)}`.trim() })
                  }
                >
                  {method} {path}
                </UnstyledButton>
              </td>
              <td>{countText(count)}</td>
              <td>{errors === 0 ? '' : countText(errors)}</td>
              <td>{time(p50Ms)}</td>
              <td>{time(p95Ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The longest stretch of a template that is the same for all: a filter for its requests. */
function urlPart(path: string): string {
  const [longest = ''] = path.split(/\{id\}|…/).sort((a, b) => b.length - a.length);
  return longest.length > 1 ? `url~${JSON.stringify(longest)}` : '';
}

function useStatistics(tab: CaptureTab): CaptureStatistics | undefined {
  const [statistics, setStatistics] = useState<CaptureStatistics>();
  const { connection, view, analysis } = tab;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what failed is known better once the analysis is there
  useEffect(() => {
    if (view === undefined || view.share < 1) return;
    let isOld = false;
    void connection.analyst
      .ask((analyst) => analyst.statistics(selectedRows(view)))
      .then((read) => {
        if (!isOld) setStatistics(read);
      });
    return () => {
      isOld = true;
    };
  }, [connection, view, analysis]);
  return statistics;
}
