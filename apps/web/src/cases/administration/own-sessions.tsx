import { Button, Checkbox, Group, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { PasswordField } from '../../frame/password-field.tsx';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import type { Answered } from '../api/use-answer.ts';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { When } from '../frame/when.tsx';
import { useSession } from '../session/session.ts';
import { useCaseWords } from '../words/use-case-words.ts';

/** A session of one's own. */
export interface OwnSession {
  readonly id: string;
  /** Browser and system; empty where they are not known. */
  readonly client: string;
  readonly createdMs: number;
  readonly seenMs: number;
  readonly isThis: boolean;
}

/** Where one is signed in, and a way to end what should not be. */
export function OwnSessions({
  sessions,
  onEnd,
}: {
  readonly sessions: Answered<readonly OwnSession[]>;
  readonly onEnd: () => void;
}) {
  const { account: words } = useCaseWords();
  const isLocal = useSession(({ who }) => who?.kind === 'local');
  const deed = useDeed();
  const [password, setPassword] = useState('');
  const [endsTokens, setEndsTokens] = useState(false);
  const end = (which: { readonly id?: string; readonly endsTokens?: boolean }): void =>
    void deed
      .run(async () => {
        await ask('POST', '/api/sessions/end', { body: { ...which, ...(isLocal ? { password } : {}) } });
        setPassword('');
      })
      .then(onEnd);
  const others = sessions.value?.filter(({ isThis }) => !isThis) ?? [];
  const isReady = !isLocal || password !== '';
  return (
    <section className={classes.box} aria-labelledby="sessions">
      <Title order={2} size="h5" id="sessions">
        {words.sessions}
      </Title>
      <ProblemAlert problem={sessions.problem ?? deed.problem} />
      <Table fz="sm" verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.client}</Table.Th>
            <Table.Th>{words.began}</Table.Th>
            <Table.Th>{words.lastUsed}</Table.Th>
            <Table.Th aria-label={words.endIt} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sessions.value?.map(({ id, client, createdMs, seenMs, isThis }) => (
            <Table.Tr key={id}>
              <Table.Td>{client || words.unknownClient}</Table.Td>
              <Table.Td>
                <When ms={createdMs} />
              </Table.Td>
              <Table.Td>
                <When ms={seenMs} />
              </Table.Td>
              <Table.Td ta="right">
                {isThis ? (
                  <Text size="xs" c="dimmed">
                    {words.thisOne}
                  </Text>
                ) : (
                  <Button
                    size="compact-xs"
                    variant="default"
                    disabled={!isReady}
                    aria-label={`${words.endIt}: ${client || words.unknownClient}`}
                    onClick={() => end({ id })}
                  >
                    {words.endIt}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {others.length > 0 && (
        <Group align="end" gap="xs" mt={6}>
          {isLocal && (
            <PasswordField
              w={220}
              label={words.ownPassword}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          )}
          <Button
            size="compact-sm"
            mb={4}
            disabled={!isReady}
            loading={deed.isRunning}
            onClick={() => end({ endsTokens })}
          >
            {words.endOthers}
          </Button>
          <Checkbox
            mb={8}
            label={words.endTokens}
            checked={endsTokens}
            onChange={(event) => setEndsTokens(event.currentTarget.checked)}
          />
        </Group>
      )}
    </section>
  );
}
