import type { TraitFacts } from '@harrier/knowledge';
import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { CaptureTab } from '../captures/open-captures.ts';
import { selectedRows } from '../engine/view/selected-rows.ts';
import { useWords } from '../words/use-words.ts';
import classes from './side-panel.module.css';

/**
 * What sets requests apart from the rest. Without a filter: the failed ones. With one, or with a marked stretch of time:
 * those that it lets through.
 */
export function CommonPanel({ tab }: { readonly tab: CaptureTab }) {
  const { bench, knowledge } = useWords();
  const isSelection = tab.question.filter.trim() !== '' || tab.question.range !== undefined;
  const selected = useCommon(tab, isSelection);
  const traits = isSelection ? selected : tab.analysis?.common;
  return (
    <div className={classes.content}>
      <Text fw={600}>{isSelection ? bench.common.ofSelection : bench.common.ofFailed}</Text>
      <Text size="xs" c="dimmed" mb="xs">
        {bench.common.hint}
      </Text>
      <div role="status">
        {traits === undefined ? bench.filter.looking : traits.length === 0 ? bench.common.nothing : ''}
      </div>
      {traits?.map((facts) => (
        <Trait
          key={`${facts.dimension} ${facts.value}`}
          facts={facts}
          name={knowledge.commonality.dimension[facts.dimension]}
        />
      ))}
    </div>
  );
}

function Trait({ facts, name }: { readonly facts: TraitFacts; readonly name: string }) {
  const { bench, knowledge } = useWords();
  const { value, failed, allFailed, others, allOthers } = facts;
  const shown =
    value === 'yes' ? knowledge.commonality.yes : value === 'no' ? knowledge.commonality.no : value;
  return (
    <div style={{ marginBottom: 10 }}>
      <Text size="sm">
        {name}: <strong>{shown}</strong>
      </Text>
      <div className={classes.bar} style={{ width: `${(100 * failed) / allFailed}%` }} />
      <div className={classes.otherBar} style={{ width: `${(100 * others) / allOthers}%` }} />
      <Text size="xs" c="dimmed">
        {bench.common.shares(`${failed}/${allFailed}`, `${others}/${allOthers}`)}
      </Text>
    </div>
  );
}

function useCommon(tab: CaptureTab, isSelection: boolean): readonly TraitFacts[] | undefined {
  const [traits, setTraits] = useState<readonly TraitFacts[]>();
  const { connection, view } = tab;
  useEffect(() => {
    setTraits(undefined);
    if (!isSelection || view === undefined || view.share < 1) return;
    let isOld = false;
    void connection.analyst
      .ask((analyst) => analyst.common(selectedRows(view)))
      .then((read) => {
        if (!isOld) setTraits(read);
      });
    return () => {
      isOld = true;
    };
  }, [connection, view, isSelection]);
  return traits;
}
