import { Button, Group, SegmentedControl, Table, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue, useInViewport } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { countText } from '../../captures/quantity.ts';
import { useWords } from '../../words/use-words.ts';
import { PAGE } from '../api/next-page.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useAnswer } from '../api/use-answer.ts';
import { useLooks } from '../api/use-looks.ts';
import { usePages } from '../api/use-pages.ts';
import { StepDots } from '../case/step-dots.tsx';
import type { Intake, SupportCase } from '../case/support-case.ts';
import classes from '../case-area.module.css';
import { When } from '../frame/when.tsx';
import { linkTo } from '../place/use-case-place.ts';
import { useMay } from '../session/session.ts';
import { TooFewKeys } from '../vault/too-few-keys.tsx';
import type { VaultKey } from '../vault/vault-key.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { NewCase } from './new-case.tsx';

/** A person types some letters a second; the server is asked when the word stands. */
const SETTLE_MS = 250;
const statuses = ['open', 'closed', 'all'] as const;

/** Every case, the latest first, and how far the automation is with what was attached. */
export function CasesPage() {
  const { list: words } = useCaseWords();
  const { details } = useWords();
  const mayWrite = useMay('case:write');
  const [typed, setTyped] = useState('');
  const [status, setStatus] = useState<(typeof statuses)[number]>('open');
  const [isNew, setNew] = useState(false);
  const [search] = useDebouncedValue(typed.trim(), SETTLE_MS);
  const number = /^#?(\d{1,9})$/.exec(search)?.[1];
  const query = new URLSearchParams({
    ...(status === 'all' ? {} : { status }),
    ...(number === undefined ? (search === '' ? {} : { words: search }) : { number }),
  });
  const cases = usePages<SupportCase>(`/api/cases?${query}`);
  const hasMore = cases.more !== undefined;
  const keys = useAnswer<readonly VaultKey[]>('/api/vault/keys');
  const intakes = useAnswer<readonly Intake[]>(`/api/intakes?limit=${PAGE}`);
  const [reloadCases, reloadIntakes] = [cases.reload, intakes.reload];
  useLooks(
    useCallback(() => {
      reloadCases();
      reloadIntakes();
    }, [reloadCases, reloadIntakes]),
  );
  const ofCase = useMemo(() => {
    const found = new Map<string, Intake[]>();
    for (const one of intakes.value ?? []) {
      const { caseRef } = one.attachment;
      found.set(caseRef, [...(found.get(caseRef) ?? []), one]);
    }
    return found;
  }, [intakes.value]);
  return (
    <>
      <Group justify="space-between" mb="xs">
        <Title order={1} size="h3">
          {words.title}
        </Title>
        {mayWrite && <Button onClick={() => setNew(true)}>{words.create}</Button>}
      </Group>
      <TooFewKeys keys={keys.value} />
      <Group gap="sm" mb="xs">
        <TextInput
          w={320}
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <SegmentedControl
          size="xs"
          aria-label={words.status}
          value={status}
          onChange={(chosen) => setStatus(chosen as typeof status)}
          data={statuses.map((value) => ({ value, label: words.statuses[value] }))}
        />
      </Group>
      <ProblemAlert problem={cases.problem} />
      {cases.value?.length === 0 && (
        <Text c="dimmed" my="lg">
          {search === '' ? words.empty : words.nothingFound}
        </Text>
      )}
      {cases.value !== undefined && cases.value.length > 0 && (
        <Table fz="sm" verticalSpacing={1} highlightOnHover stickyHeader stickyHeaderOffset={34}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="right" w={70}>
                {words.number}
              </Table.Th>
              <Table.Th>{words.caseTitle}</Table.Th>
              <Table.Th w={260}>{words.automation}</Table.Th>
              <Table.Th w={90}>{words.status}</Table.Th>
              <Table.Th w={150}>{words.updated}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {cases.value.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td ta="right">{one.number}</Table.Td>
                <Table.Td>
                  <a
                    className={`${classes.link} ${classes.rowLink}`}
                    {...linkTo({ page: 'case', id: one.id })}
                  >
                    {one.title}
                  </a>
                </Table.Td>
                <Table.Td>
                  {intakes.value !== undefined &&
                    (intakes.value.length < PAGE ? (
                      <Automation intakes={ofCase.get(one.id) ?? []} />
                    ) : (
                      <OwnAutomation caseId={one.id} updatedMs={one.updatedMs} />
                    ))}
                </Table.Td>
                <Table.Td>{words.statuses[one.status]}</Table.Td>
                <Table.Td>
                  <When ms={one.updatedMs} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {cases.value !== undefined && cases.value.length >= PAGE && (
        <Group my="sm" gap="sm">
          {hasMore && (
            <Button size="compact-sm" variant="default" loading={cases.isReading} onClick={cases.more}>
              {details.more}
            </Button>
          )}
          <Text size="sm" c="dimmed" role="status">
            {words.shown(countText(cases.value.length), hasMore)}
          </Text>
        </Group>
      )}
      {isNew && <NewCase onClose={() => setNew(false)} />}
    </>
  );
}

/** Where a server has more intakes than it tells at once, each case asks for its own when it comes into view. */
function OwnAutomation({ caseId, updatedMs }: { readonly caseId: string; readonly updatedMs: number }) {
  const { ref, inViewport } = useInViewport();
  const [isSeen, setSeen] = useState(false);
  if (inViewport && !isSeen) setSeen(true);
  const intakes = useAnswer<readonly Intake[]>(
    isSeen ? `/api/intakes?caseRef=${encodeURIComponent(caseId)}&limit=${PAGE}` : undefined,
  );
  const { reload } = intakes;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a case that was worked on is the reason to ask again
  useEffect(reload, [updatedMs, reload]);
  return (
    <div ref={ref} style={{ minHeight: 1 }}>
      <Automation intakes={intakes.value ?? []} />
    </div>
  );
}

/** The intake that says most: one that waits for a person, one that runs, the latest. Files that were nothing are left out. */
function Automation({ intakes }: { readonly intakes: readonly Intake[] }) {
  const { list: words, intake: intakeWords } = useCaseWords();
  const told = intakes.filter(({ state }) => state !== 'skipped');
  const shown =
    told.find(({ needsPerson }) => needsPerson) ?? told.find(({ state }) => state === 'running') ?? told[0];
  if (shown === undefined) return null;
  return (
    <Group gap={8} wrap="nowrap">
      <StepDots intake={shown} />
      <Text size="xs" {...(shown.needsPerson ? { c: 'red', fw: 600 } : { c: 'dimmed' })}>
        {intakeWords.states[shown.state]}
        {told.length > 1 && ` ${words.more(told.length - 1)}`}
      </Text>
    </Group>
  );
}
