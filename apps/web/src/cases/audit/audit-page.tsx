import { Button, Group, Table, Text, TextInput, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { countText } from '../../captures/quantity.ts';
import { saveBlob } from '../../sanitize/save-blob.ts';
import { ask, askForFile } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useAnswer } from '../api/use-answer.ts';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { Digest } from '../frame/digest.tsx';
import { usePersonName } from '../frame/person-name.tsx';
import { When } from '../frame/when.tsx';
import { useCaseWords } from '../words/use-case-words.ts';
import { type AuditVerdict, checkExport, readWitness } from './check-export.ts';
import { ReadAlarms } from './read-alarms.tsx';

const PAGE = 100;

interface Head {
  readonly seq: number;
  readonly hash: string;
}

interface Row {
  readonly seq: number;
  readonly line: string;
  readonly hash: string;
}

/** The audit log: where it stands, whether it holds, and what is in it. */
export function AuditPage() {
  const { audit: words } = useCaseWords();
  const head = useAnswer<Head>('/api/audit/head');
  const [after, setAfter] = useState<number>();
  // The latest are looked at first; entries of other organisations lie between them.
  const from = after ?? Math.max(0, (head.value?.seq ?? 0) - PAGE);
  const rows = useAnswer<readonly Row[]>(
    head.value === undefined ? undefined : `/api/audit?after=${from}&limit=${PAGE}`,
  );
  return (
    <>
      <Title order={1} size="h3">
        {words.title}
      </Title>
      <Text c="dimmed" mb="sm" maw={900}>
        {words.meaning}
      </Text>
      <ReadAlarms />
      <ProblemAlert problem={head.problem ?? rows.problem} />
      {head.value !== undefined && (
        <Text mb="xs">
          {words.head}{' '}
          <Digest
            value={`${head.value.seq}/${head.value.hash}`}
            label={words.head}
            chars={String(head.value.seq).length + 17}
          />
        </Text>
      )}
      <Check onChecked={head.reload} />
      <Table fz="sm" verticalSpacing={2} className={classes.top ?? ''} stickyHeader stickyHeaderOffset={34}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right" w={70}>
              {words.number}
            </Table.Th>
            <Table.Th w={130}>{words.when}</Table.Th>
            <Table.Th w={190}>{words.action}</Table.Th>
            <Table.Th w={170}>{words.who}</Table.Th>
            <Table.Th>{words.subject}</Table.Th>
            <Table.Th>{words.facts}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...(rows.value ?? [])].reverse().map((row) => (
            <Entry key={row.seq} row={row} />
          ))}
        </Table.Tbody>
      </Table>
      <Group my="sm">
        <Button
          size="compact-sm"
          variant="default"
          disabled={from === 0}
          onClick={() => setAfter(Math.max(0, from - PAGE))}
        >
          {words.older}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={from + PAGE >= (head.value?.seq ?? 0)}
          onClick={() => setAfter(from + PAGE)}
        >
          {words.newer}
        </Button>
      </Group>
    </>
  );
}

function Entry({ row }: { readonly row: Row }) {
  const nameOf = usePersonName();
  const event = useMemo(() => JSON.parse(row.line) as Record<string, unknown>, [row.line]);
  const text = (name: string): string => String(event[name] ?? '');
  return (
    <Table.Tr>
      <Table.Td ta="right">{row.seq}</Table.Td>
      <Table.Td>
        <When ms={Number(event.atMs)} />
      </Table.Td>
      <Table.Td className={classes.mono ?? ''}>{text('action')}</Table.Td>
      <Table.Td title={text('actor')}>{nameOf(text('actor'))}</Table.Td>
      <Table.Td className={classes.mono ?? ''} title={text('subject')} style={{ whiteSpace: 'nowrap' }}>
        {shortened(text('subject'))}
      </Table.Td>
      <Table.Td
        className={classes.mono ?? ''}
        title={factsText(event.facts)}
        style={{ overflowWrap: 'anywhere' }}
      >
        {shortened(factsText(event.facts))}
      </Table.Td>
    </Table.Tr>
  );
}

/** Digests and ids by their beginning, so that an entry is a line; all of it stands in the cell's title and in the export. */
function shortened(text: string): string {
  return text.replace(
    /[0-9a-fA-F]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-fA-F]{40,64}/g,
    (id) => `${id.slice(0, 8)}…`,
  );
}

function factsText(facts: unknown): string {
  const told = Object.entries((facts ?? {}) as Record<string, unknown>);
  return told
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' ');
}

/** Fetches the whole log and checks it here; a head out of a case's note shows whether the end was cut off. */
function Check({ onChecked }: { readonly onChecked: () => void }) {
  const { audit: words } = useCaseWords();
  const deed = useDeed();
  const [witness, setWitness] = useState('');
  const [progress, setProgress] = useState<number>();
  const [verdict, setVerdict] = useState<AuditVerdict>();
  const seen = readWitness(witness);
  const check = async (): Promise<void> => {
    setVerdict(undefined);
    await deed.run(async () => {
      const text = await (await askForFile('/api/audit/export')).text();
      setVerdict(await checkExport(text, seen, setProgress));
    });
    setProgress(undefined);
    onChecked();
  };
  const save = async (): Promise<void> => {
    await deed.run(async () => saveBlob(await askForFile('/api/audit/export'), 'harrier-audit.txt'));
    onChecked();
  };
  const checkpoint = async (): Promise<void> => {
    await deed.run(async () => await ask('POST', '/api/audit/checkpoints'));
    onChecked();
  };
  return (
    <section className={classes.box} aria-label={words.check}>
      <Group gap="sm" align="end">
        <TextInput
          w={360}
          label={words.witness}
          description={words.witnessMeaning}
          placeholder="18231/9f3c0a1b2c3d4e5f"
          error={witness.trim() !== '' && seen === undefined ? words.witnessForm : undefined}
          value={witness}
          onChange={(event) => setWitness(event.currentTarget.value)}
        />
        <Button
          size="compact-sm"
          loading={deed.isRunning}
          disabled={witness.trim() !== '' && seen === undefined}
          onClick={() => void check()}
        >
          {words.check}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          loading={deed.isRunning}
          onClick={() => void checkpoint()}
        >
          {words.checkpoint}
        </Button>
        <Button size="compact-sm" variant="default" loading={deed.isRunning} onClick={() => void save()}>
          {words.export}
        </Button>
      </Group>
      <ProblemAlert problem={deed.problem} />
      <div role="status">
        {progress !== undefined && (
          <Text size="sm" mt={6}>
            {words.checking(Math.round(100 * progress))}
          </Text>
        )}
        {verdict?.ok === true && (
          <Text fw={600} mt={6}>
            ✓ {words.good(countText(verdict.entries), countText(verdict.checkpoints))}{' '}
            <span className={classes.mono}>{verdict.head.slice(0, 40)}…</span>
          </Text>
        )}
        {verdict?.ok === false && (
          <Text fw={600} mt={6} c="red">
            ✕ {words.faults[verdict.why](countText(verdict.entry), countText(verdict.line))}
          </Text>
        )}
      </div>
    </section>
  );
}
