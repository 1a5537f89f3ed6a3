import type { Difference } from '@harrier/analyze';
import { Group, Switch, Table, Text } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import detailClasses from '../details/details.module.css';
import { SectionTitle } from '../details/section-title.tsx';
import { Masked } from '../details/values/masked.tsx';
import { useShownValues, ValuesOf } from '../details/values/shown-values.tsx';
import { useShownPage } from '../pages/shown-page.ts';
import { useWords } from '../words/use-words.ts';
import classes from './compare.module.css';
import { type ComparedSide, comparedParts, differenceOf } from './compared-fields.ts';

interface SideBySideProps {
  readonly a: CaptureTab;
  readonly b: CaptureTab;
  readonly difference: Difference;
}

/** The first requests that a difference is seen in, field by field; what is the same is left out unless it is asked for. */
export function SideBySide({ a, b, difference }: SideBySideProps) {
  const { compare: words } = useWords();
  const [all, setAll] = useState(false);
  const [rowA, rowB] = [difference.entries.a[0], difference.entries.b[0]];
  const sideA = useSide(a, rowA);
  const sideB = useSide(b, rowB);
  const parts = useMemo(() => comparedParts(sideA, sideB), [sideA, sideB]);
  const isOpening =
    (rowA !== undefined && sideA === undefined) || (rowB !== undefined && sideB === undefined);
  return (
    <section className={classes.sides} aria-label={words.sides} aria-busy={isOpening}>
      <Group justify="space-between">
        <Group gap="lg">
          <EntryLink tab={a} row={rowA} />
          <EntryLink tab={b} row={rowB} />
        </Group>
        <Switch
          size="xs"
          label={words.showSame}
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      </Group>
      {!isOpening &&
        tellingFirst(parts).map(({ part, fields }) => {
          const shown = all ? fields : fields.filter((field) => field.a !== field.b);
          if (shown.length === 0) return null;
          return (
            <section key={part}>
              <SectionTitle>{words.parts[part]}</SectionTitle>
              <Table fz="sm" layout="fixed" verticalSpacing={2} horizontalSpacing={6}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th w="26%">{words.name}</Table.Th>
                    <Table.Th>{a.fileName}</Table.Th>
                    <Table.Th>{b.fileName}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {shown.map((field, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a name can stand there twice
                    <Table.Tr key={at} className={classes[differenceOf(field)] ?? ''}>
                      <Table.Td className={detailClasses.value}>{field.name}</Table.Td>
                      <Value tab={a} text={field.a} />
                      <Value tab={b} text={field.b} />
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </section>
          );
        })}
    </section>
  );
}

/** Ids and times differ between any two requests: what tells something stands above them. */
function tellingFirst(parts: ReturnType<typeof comparedParts>): ReturnType<typeof comparedParts> {
  const tells = ({ fields }: (typeof parts)[number]): boolean =>
    fields.some((field) => differenceOf(field) === 'telling');
  return [...parts.filter(tells), ...parts.filter((part) => !tells(part))];
}

function Value({ tab, text }: { readonly tab: CaptureTab; readonly text: string | undefined }) {
  const { compare: words } = useWords();
  return (
    <Table.Td className={detailClasses.value}>
      {text === undefined ? (
        <Text size="xs" c="dimmed">
          {words.notThere}
        </Text>
      ) : (
        <ValuesOf tab={tab}>
          <Masked text={text} />
        </ValuesOf>
      )}
    </Table.Td>
  );
}

function EntryLink({ tab, row }: { readonly tab: CaptureTab; readonly row: number | undefined }) {
  const { compare: words } = useWords();
  const { activate, select } = useOpenCaptures();
  const show = useShownPage((state) => state.show);
  if (row === undefined) return <Text c="dimmed">{`${tab.fileName}: ${words.notThere}`}</Text>;
  return (
    <button
      type="button"
      className={detailClasses.link}
      onClick={() => {
        activate(tab.id);
        select(tab.id, row);
        show('workbench');
      }}
    >
      {tab.fileName} #{row}
    </button>
  );
}

/** A request of one capture with its bodies; undefined while it is opened, and where there is none. */
function useSide({ connection, id }: CaptureTab, row: number | undefined): ComparedSide | undefined {
  const unmasked = useShownValues((state) => state.open.has(id));
  const [side, setSide] = useState<ComparedSide>();
  useEffect(() => {
    let isOld = false;
    setSide(undefined);
    if (row === undefined) return;
    const { engine } = connection;
    void Promise.all([
      engine.entry(row, unmasked),
      engine.body(row, { side: 'request', unmasked }),
      engine.body(row, { side: 'response', unmasked }),
    ]).then(([entry, request, response]) => {
      if (!isOld) setSide({ entry, requestText: request.text ?? '', responseText: response.text ?? '' });
    });
    return () => {
      isOld = true;
    };
  }, [connection, row, unmasked]);
  return side;
}
