import type { PurgeLevel, ResidualCopy } from '@harrier/knowledge';
import { Table, Text, Title } from '@mantine/core';
import { byteText } from '../../captures/quantity.ts';
import { sentences } from '../../words/sentences.ts';
import { useWords } from '../../words/use-words.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useAnswer } from '../api/use-answer.ts';
import classes from '../case-area.module.css';
import { When } from '../frame/when.tsx';
import { useMay } from '../session/session.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { ManageConnectors } from './manage-connectors.tsx';

/** What a case system can do as the account that Harrier has there; absent while it does not answer. */
interface Capabilities {
  readonly maxBytes: number;
  readonly purgeLevel: PurgeLevel;
  readonly residual: readonly ResidualCopy[];
  readonly privateAttachments: boolean;
}

/** A case system, and how it was at the last look. */
interface Connector extends Partial<Capabilities> {
  readonly id: string;
  readonly health: {
    readonly lookedMs?: number;
    readonly trouble?: { readonly code: string; readonly reason: string; readonly nextStep: string };
  };
}

/** The case systems: what a removal proves in each, where copies may remain, and how it is. */
export function ConnectorsPage() {
  const { connectors: words } = useCaseWords();
  const [sees, manages] = [useMay('case:read'), useMay('settings:manage')];
  // Whoever sets case systems up need not be able to read cases, and is not asked to.
  const connectors = useAnswer<readonly Connector[]>(sees ? '/api/connectors' : undefined);
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
                  <HealthText {...one} />
                </Table.Td>
                <Can connector={one} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {manages && <ManageConnectors onChange={connectors.reload} />}
    </>
  );
}

/** `built-in:<tenant>` is Harrier's own book of cases. */
function isBuiltIn(id: string): boolean {
  return id.startsWith('built-in');
}

/** Other case systems are `<tenant>:<name>`, or a name of the server's settings. */
function nameOf(id: string, builtIn: string): string {
  return isBuiltIn(id) ? builtIn : id.slice(id.indexOf(':') + 1);
}

function Can({ connector }: { readonly connector: Connector }) {
  const { connectors: words } = useCaseWords();
  const { note } = useWords().knowledge.cases;
  const { maxBytes, purgeLevel, residual = [], privateAttachments } = connector;
  if (maxBytes === undefined || purgeLevel === undefined) return <Table.Td colSpan={4}>–</Table.Td>;
  return (
    <>
      <Table.Td maw={260}>
        <b>{purgeLevel}</b> {note.purge[purgeLevel]}
      </Table.Td>
      <Table.Td maw={300}>
        {residual.map((copy) => note.residualCopy[copy]).join(note.listSeparator)}
      </Table.Td>
      <Table.Td ta="right">
        {maxBytes >= Number.MAX_SAFE_INTEGER ? words.noLimit : byteText(maxBytes)}
      </Table.Td>
      <Table.Td>{privateAttachments === true ? words.yes : words.no}</Table.Td>
    </>
  );
}

/** The built-in cases are in the server's own database: they answer whenever this page does. */
function HealthText({ id, health }: Connector) {
  const { connectors: words } = useCaseWords();
  const { lookedMs, trouble } = health;
  const state =
    trouble !== undefined ? 'failing' : lookedMs !== undefined || isBuiltIn(id) ? 'good' : 'unknown';
  return (
    <>
      <Text size="sm" {...(state === 'failing' ? { c: 'red', fw: 600 } : {})}>
        {state === 'failing' ? '✕ ' : state === 'good' ? '✓ ' : ''}
        {words.states[state]}
      </Text>
      {lookedMs !== undefined && (
        <Text size="xs" c="dimmed">
          {words.lastPoll} <When ms={lookedMs} />
        </Text>
      )}
      {trouble !== undefined && (
        <div className={classes.text}>
          {sentences(trouble.reason, trouble.nextStep)} <code>{trouble.code}</code>
        </div>
      )}
    </>
  );
}
