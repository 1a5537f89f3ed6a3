import type { PurgeLevel, ResidualCopy } from '@harrier/knowledge';
import { Table, Text, Title } from '@mantine/core';
import { byteText } from '../../captures/quantity.ts';
import { useWords } from '../../words/use-words.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useAnswer } from '../api/use-answer.ts';
import classes from '../case-area.module.css';
import { When } from '../frame/when.tsx';
import { useCaseWords } from '../words/use-case-words.ts';

/** A case system, and what it can do as the account that Harrier has there. */
interface Connector {
  readonly id: string;
  readonly maxBytes: number;
  readonly purgeLevel: PurgeLevel;
  readonly residual: readonly ResidualCopy[];
  readonly privateAttachments: boolean;
  readonly idempotent: boolean;
}

/** How a case system did lately. */
interface Health {
  readonly id: string;
  readonly state: 'good' | 'failing' | 'unknown';
  readonly lastPollMs?: number;
  readonly reason?: string;
  readonly nextStep?: string;
}

/** The case systems: what a removal proves in each, where copies may remain, and how it is. */
export function ConnectorsPage() {
  const { connectors: words } = useCaseWords();
  const { note } = useWords().knowledge.cases;
  const connectors = useAnswer<readonly (Connector & Partial<Health>)[]>('/api/connectors');
  return (
    <>
      <Title order={1} size="h3">
        {words.title}
      </Title>
      <Text c="dimmed" mb="sm" maw={900}>
        {words.meaning}
      </Text>
      <ProblemAlert problem={connectors.problem} />
      {connectors.value !== undefined && (
        <Table fz="sm" verticalSpacing={5}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.system}</Table.Th>
              <Table.Th>{words.health}</Table.Th>
              <Table.Th>{words.purge}</Table.Th>
              <Table.Th>{words.residual}</Table.Th>
              <Table.Th ta="right">{words.largest}</Table.Th>
              <Table.Th>{words.privateFiles}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {connectors.value.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td>
                  <b>{nameOf(one.id, words.builtIn)}</b>
                </Table.Td>
                <Table.Td>
                  <HealthText health={one} />
                </Table.Td>
                <Table.Td maw={260}>
                  <b>{one.purgeLevel}</b> {note.purge[one.purgeLevel]}
                </Table.Td>
                <Table.Td maw={300}>
                  {one.residual.map((copy) => note.residualCopy[copy]).join(note.listSeparator)}
                </Table.Td>
                <Table.Td ta="right">
                  {one.maxBytes >= Number.MAX_SAFE_INTEGER ? words.noLimit : byteText(one.maxBytes)}
                </Table.Td>
                <Table.Td>{one.privateAttachments ? words.yes : words.no}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}

/** `built-in:<tenant>` is Harrier's own book of cases. */
function nameOf(id: string, builtIn: string): string {
  return id.startsWith('built-in') ? builtIn : id;
}

/** Health is told where the server tells it: the built-in cases are in the same database as everything else. */
function HealthText({ health }: { readonly health: Partial<Health> }) {
  const { connectors: words } = useCaseWords();
  const { state, lastPollMs, reason, nextStep } = health;
  if (state === undefined) return <>{words.answers}</>;
  return (
    <>
      <Text size="sm" {...(state === 'failing' ? { c: 'red', fw: 600 } : {})}>
        {state === 'failing' ? '✕ ' : state === 'good' ? '✓ ' : ''}
        {words.states[state]}
      </Text>
      {lastPollMs !== undefined && (
        <Text size="xs" c="dimmed">
          {words.lastPoll} <When ms={lastPollMs} />
        </Text>
      )}
      {reason !== undefined && (
        <div className={classes.text}>
          {reason} {nextStep}
        </div>
      )}
    </>
  );
}
