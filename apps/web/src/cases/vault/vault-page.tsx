import { Badge, Button, FileButton, Group, Table, Text, Textarea, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useAnswer } from '../api/use-answer.ts';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { usePersonName } from '../frame/person-name.tsx';
import { timeText } from '../frame/time-text.ts';
import { useMay } from '../session/session.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { DestroyedOriginals } from './destroyed-originals.tsx';
import { TooFewKeys } from './too-few-keys.tsx';
import { daysLeft, groupedFingerprint, type VaultKey } from './vault-key.ts';

/** The keys that originals are sealed for. Two people make a key work: a key holder proposes it, an administrator confirms it. */
export function VaultPage() {
  const { vault: words } = useCaseWords();
  const mayPropose = useMay('exception:release');
  const mayRead = useMay('case:read');
  const keys = useAnswer<readonly VaultKey[]>('/api/vault/keys');
  return (
    <>
      <Title order={1} size="h3">
        {words.title}
      </Title>
      <Text c="dimmed" mb="sm" maw={900}>
        {words.meaning}
      </Text>
      <ProblemAlert problem={keys.problem} />
      <TooFewKeys keys={keys.value} />
      {keys.value !== undefined && keys.value.length > 0 && (
        <Table fz="sm" verticalSpacing={5} mb="lg">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.fingerprint}</Table.Th>
              <Table.Th>{words.algorithm}</Table.Th>
              <Table.Th>{words.userIds}</Table.Th>
              <Table.Th>{words.ends}</Table.Th>
              <Table.Th>{words.state}</Table.Th>
              <Table.Th aria-label={words.confirm} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {keys.value.map((key) => (
              <KeyRow key={key.fingerprint} vaultKey={key} onChange={keys.reload} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {mayRead && <DestroyedOriginals />}
      {mayPropose && <ProposeKey onProposed={keys.reload} />}
    </>
  );
}

function KeyRow({ vaultKey, onChange }: { readonly vaultKey: VaultKey; readonly onChange: () => void }) {
  const { vault: words } = useCaseWords();
  const mayManage = useMay('account:manage');
  const nameOf = usePersonName();
  const deed = useDeed();
  const { fingerprint, encryptionKeyId, algorithm, userIds, expiresMs, id, isProposed, addedBy } = vaultKey;
  const left = daysLeft(vaultKey, Date.now());
  const url = `/api/vault/keys/${encodeURIComponent(id ?? '')}`;
  const change = (method: 'PATCH' | 'DELETE') =>
    void deed.run(async () => await ask(method, url)).then((isDone) => isDone && onChange());
  return (
    <Table.Tr>
      <Table.Td>
        <span className={classes.mono}>{groupedFingerprint(fingerprint)}</span>
        <Text size="xs" c="dimmed">
          {words.encryptsTo} <span className={classes.mono}>{encryptionKeyId}</span>
        </Text>
      </Table.Td>
      <Table.Td>{algorithm}</Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{userIds.join(', ')}</Table.Td>
      <Table.Td>
        {expiresMs === undefined ? words.never : timeText(expiresMs).slice(0, 10)}
        {left !== undefined && (
          <Badge
            ml={6}
            tt="none"
            variant="light"
            color={left < 0 ? 'red' : 'yellow'}
            c="var(--mantine-color-text)"
          >
            {left < 0 ? `✕ ${words.ended}` : `⚠ ${words.daysLeft(left)}`}
          </Badge>
        )}
      </Table.Td>
      <Table.Td>
        {isProposed === true ? words.proposed : words.active}
        <Text size="xs" c="dimmed">
          {addedBy === undefined ? words.ofSettings : nameOf(addedBy)}
        </Text>
      </Table.Td>
      <Table.Td>
        {id !== undefined && mayManage && (
          <Group gap={6} justify="end" wrap="nowrap">
            {isProposed === true && (
              <Button size="compact-xs" loading={deed.isRunning} onClick={() => change('PATCH')}>
                {words.confirm}
              </Button>
            )}
            <Button
              size="compact-xs"
              variant="default"
              loading={deed.isRunning}
              onClick={() => change('DELETE')}
            >
              {words.retire}
            </Button>
          </Group>
        )}
        <ProblemAlert problem={deed.problem} />
      </Table.Td>
    </Table.Tr>
  );
}

function ProposeKey({ onProposed }: { readonly onProposed: () => void }) {
  const { vault: words } = useCaseWords();
  const deed = useDeed();
  const [armored, setArmored] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const isDone = await deed.run(async () => {
      await ask('POST', '/api/vault/keys', { body: { armored } });
    });
    if (!isDone) return;
    setArmored('');
    onProposed();
  };
  return (
    <form className={classes.box} onSubmit={(event) => void submit(event)} style={{ maxWidth: 820 }}>
      <Title order={2} size="h5">
        {words.propose}
      </Title>
      <Text size="sm" c="dimmed">
        {words.proposeMeaning}
      </Text>
      <Textarea
        my={6}
        aria-label={words.armored}
        placeholder={words.armored}
        minRows={5}
        maxRows={12}
        autosize
        maxLength={400_000}
        classNames={{ input: classes.mono ?? '' }}
        value={armored}
        onChange={(event) => setArmored(event.currentTarget.value)}
      />
      <ProblemAlert problem={deed.problem} />
      <Group gap="xs">
        <Button type="submit" size="compact-sm" disabled={armored.trim() === ''} loading={deed.isRunning}>
          {words.propose}
        </Button>
        <FileButton
          accept=".asc,.txt,.gpg,.pub"
          onChange={(file) => void file?.text().then((text) => setArmored(text))}
        >
          {(props) => (
            <Button {...props} size="compact-sm" variant="default">
              {words.chooseFile}
            </Button>
          )}
        </FileButton>
      </Group>
    </form>
  );
}
