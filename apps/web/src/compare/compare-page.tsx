import type { Comparison, Difference } from '@harrier/analyze';
import { tellDifference } from '@harrier/knowledge';
import { ActionIcon, Badge, Button, Group, Loader, Select, Text, Title, UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { activeTab, type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { countText } from '../captures/quantity.ts';
import { UnreadableNote } from '../captures/unreadable.tsx';
import { chooseFiles } from '../start/choose-files.ts';
import { useWords } from '../words/use-words.ts';
import classes from './compare.module.css';
import { SideBySide } from './side-by-side.tsx';

/** More are not read by anybody. */
const MAX_SHOWN = 200;

/** How two open captures differ, the most telling first, and the requests of each difference side by side. */
export function ComparePage() {
  const { compare: words, start } = useWords();
  const open = useOpenCaptures((state) => state.open);
  const tabs = useOpenCaptures((state) => state.tabs).filter(({ state }) => state === 'ready');
  const newest = useOpenCaptures(activeTab);
  const [chosenA, setA] = useState<number>();
  const [chosenB, setB] = useState<number>();
  const a = tabs.find(({ id }) => id === chosenA) ?? tabs[0];
  const b = tabs.find(({ id }) => id === chosenB && id !== a?.id) ?? tabs.find(({ id }) => id !== a?.id);
  const choice = tabs.map(({ id, fileName }) => ({ value: String(id), label: fileName }));
  return (
    <main className={classes.page}>
      <Title order={1} size="h3">
        {words.title}
      </Title>
      {newest?.state === 'unreadable' && <UnreadableNote tab={newest} />}
      {a === undefined || b === undefined ? (
        <>
          <Text my="sm">{words.needsTwo}</Text>
          <Button style={{ alignSelf: 'start' }} onClick={() => chooseFiles((file) => void open(file))}>
            {start.choose}
          </Button>
        </>
      ) : (
        <>
          <Group align="end" gap="xs" my="xs">
            <Select
              label={words.first}
              w={280}
              data={choice}
              value={String(a.id)}
              allowDeselect={false}
              onChange={(id) => setA(Number(id))}
            />
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={words.swap}
              title={words.swap}
              onClick={() => {
                setA(b.id);
                setB(a.id);
              }}
            >
              ⇄
            </ActionIcon>
            <Select
              label={words.second}
              w={280}
              data={choice.filter(({ value }) => value !== String(a.id))}
              value={String(b.id)}
              allowDeselect={false}
              onChange={(id) => setB(Number(id))}
            />
          </Group>
          <Differences key={`${a.id} ${b.id}`} a={a} b={b} />
        </>
      )}
    </main>
  );
}

function Differences({ a, b }: { readonly a: CaptureTab; readonly b: CaptureTab }) {
  const { compare: words, knowledge } = useWords();
  const comparison = useComparison(a, b);
  const [chosen, setChosen] = useState<Difference>();
  if (comparison === undefined) return <Loader size="sm" aria-label={words.comparing} />;
  if (comparison === 'failed') return <Text>{words.failed}</Text>;
  const { differences, paired, onlyA, onlyB, leftClosed } = comparison;
  const shown = differences.slice(0, MAX_SHOWN);
  const selected = chosen ?? shown[0];
  const names = { a: a.fileName, b: b.fileName };
  return (
    <>
      <Text size="sm" c="dimmed">
        {words.counts(countText(paired), countText(onlyA), a.fileName, countText(onlyB), b.fileName)}
        {leftClosed > 0 && ` ${words.leftClosed(countText(leftClosed))}`}
      </Text>
      {shown.length === 0 && <Text mt="sm">{words.same}</Text>}
      <div className={classes.columns}>
        <ol className={classes.list} aria-label={words.differences}>
          {shown.map((difference, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that is made once
            <li key={at}>
              <UnstyledButton
                className={classes.difference}
                aria-current={difference === selected}
                onClick={() => setChosen(difference)}
              >
                <Badge size="xs" variant="light" tt="none" color={difference.score >= 300 ? 'red' : 'gray'}>
                  {words.kinds[difference.facts.kind]}
                </Badge>{' '}
                {tellDifference(difference.facts, names, knowledge)}
              </UnstyledButton>
            </li>
          ))}
        </ol>
        {selected !== undefined && <SideBySide a={a} b={b} difference={selected} />}
      </div>
    </>
  );
}

function useComparison(a: CaptureTab, b: CaptureTab): Comparison | 'failed' | undefined {
  const [comparison, setComparison] = useState<Comparison | 'failed'>();
  const [engineA, engineB] = [a.connection.engine, b.connection.engine];
  useEffect(() => {
    let isOld = false;
    const compare = async (): Promise<void> => {
      const found = await engineA.compare(await engineB.harBytes());
      if (!isOld) setComparison(found ?? 'failed');
    };
    void compare();
    return () => {
      isOld = true;
    };
  }, [engineA, engineB]);
  return comparison;
}
