import { Alert, Button, Group, MultiSelect, NumberInput, Table, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { CopyText } from '../../frame/copy-text.tsx';
import { PasswordField } from '../../frame/password-field.tsx';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import type { Answered } from '../api/use-answer.ts';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { When } from '../frame/when.tsx';
import { useSession } from '../session/session.ts';
import { useCaseWords } from '../words/use-case-words.ts';

/** A token as its owner sees it: never itself. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresMs: number;
  readonly usedMs: number | null;
  readonly revokedMs: number | null;
}

/** Tokens with which scripts speak to the API in one's name. Each is shown once. */
export function ApiTokens({ tokens }: { readonly tokens: Answered<readonly ApiToken[]> }) {
  const { account: words } = useCaseWords();
  const deed = useDeed();
  const revoke = (id: string): void =>
    void deed
      .run(async () => await ask('DELETE', `/api/tokens/${encodeURIComponent(id)}`))
      .then(tokens.reload);
  return (
    <section className={classes.box} aria-labelledby="tokens">
      <Title order={2} size="h5" id="tokens">
        {words.tokens}
      </Title>
      <Text size="sm" c="dimmed">
        {words.tokensMeaning}
      </Text>
      <ProblemAlert problem={tokens.problem ?? deed.problem} />
      {tokens.value !== undefined && tokens.value.length > 0 && (
        <Table fz="sm" verticalSpacing={3}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.tokenName}</Table.Th>
              <Table.Th>{words.scopes}</Table.Th>
              <Table.Th>{words.ends}</Table.Th>
              <Table.Th>{words.lastUsed}</Table.Th>
              <Table.Th aria-label={words.revoke} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tokens.value.map(({ id, name, scopes, expiresMs, usedMs, revokedMs }) => (
              <Table.Tr key={id}>
                <Table.Td>{name}</Table.Td>
                <Table.Td className={classes.mono ?? ''}>{scopes.join(' ')}</Table.Td>
                <Table.Td>
                  <When ms={expiresMs} />
                </Table.Td>
                <Table.Td>{usedMs === null ? words.never : <When ms={usedMs} />}</Table.Td>
                <Table.Td ta="right">
                  {revokedMs === null ? (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`${words.revoke}: ${name}`}
                      onClick={() => revoke(id)}
                    >
                      {words.revoke}
                    </Button>
                  ) : (
                    words.revoked
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <NewToken onMade={tokens.reload} />
    </section>
  );
}

function NewToken({ onMade }: { readonly onMade: () => void }) {
  const { account: words } = useCaseWords();
  const permissions = useSession(({ who }) => who?.permissions ?? []);
  const isLocal = useSession(({ who }) => who?.kind === 'local');
  const deed = useDeed();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  const [days, setDays] = useState(90);
  const [password, setPassword] = useState('');
  const [token, setToken] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void deed.run(async () => {
      const body = { name, scopes, days, ...(isLocal ? { password } : {}) };
      const made = await ask<{ token: string }>('POST', '/api/tokens', { body });
      setToken(made.token);
      setName('');
      setPassword('');
      onMade();
    });
  };
  return (
    <form onSubmit={submit}>
      {token !== undefined && (
        <Alert my="xs" color="blue" title={words.onceOnly}>
          <Group gap="xs">
            <code className={classes.mono}>{token}</code>
            <CopyText text={token} />
          </Group>
        </Alert>
      )}
      <Group align="end" gap="xs" mt={8}>
        <TextInput
          label={words.tokenName}
          required
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <MultiSelect
          label={words.scopes}
          miw={260}
          required
          data={[...permissions]}
          value={scopes}
          onChange={setScopes}
        />
        <NumberInput
          label={words.days}
          w={110}
          min={1}
          max={366}
          allowDecimal={false}
          value={days}
          onChange={(value) => setDays(Number(value))}
        />
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
          type="submit"
          size="compact-sm"
          mb={4}
          disabled={scopes.length === 0 || name.trim() === '' || (isLocal && password === '')}
          loading={deed.isRunning}
        >
          {words.makeToken}
        </Button>
      </Group>
      <ProblemAlert problem={deed.problem} />
    </form>
  );
}
