import { Button, Group, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { listed } from '../../words/sentences.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useAnswer } from '../api/use-answer.ts';
import { When } from '../frame/when.tsx';
import { useSession } from '../session/session.ts';
import { TooFewKeys } from '../vault/too-few-keys.tsx';
import type { VaultKey } from '../vault/vault-key.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { type Account, EditAccount } from './edit-account.tsx';
import { ExceptionPolicy } from './exception-policy.tsx';
import { Organisations } from './organisations.tsx';
import { SecurityPolicy } from './security-policy.tsx';

/** The accounts of the organisation and their roles. An administrator approves nothing by being one. */
export function AdministrationPage() {
  const { administration: words, roles: roleNames } = useCaseWords();
  const own = useSession(({ who }) => who?.accountId);
  const accounts = useAnswer<readonly Account[]>('/api/accounts');
  const keys = useAnswer<readonly VaultKey[]>('/api/vault/keys');
  const [edited, setEdited] = useState<Account | 'new'>();
  return (
    <>
      <Group justify="space-between" mb={4}>
        <Title order={1} size="h3">
          {words.title}
        </Title>
        <Button onClick={() => setEdited('new')}>{words.newAccount}</Button>
      </Group>
      <Text c="dimmed" mb="sm" maw={900}>
        {words.meaning}
      </Text>
      <TooFewKeys keys={keys.value} />
      <ProblemAlert problem={accounts.problem} />
      {accounts.value !== undefined && (
        <Table fz="sm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.name}</Table.Th>
              <Table.Th>{words.roles}</Table.Th>
              <Table.Th>{words.secondFactor}</Table.Th>
              <Table.Th>{words.state}</Table.Th>
              <Table.Th>{words.since}</Table.Th>
              <Table.Th aria-label={words.change} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {accounts.value.map((account) => (
              <Table.Tr key={account.id}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{account.name}</Table.Td>
                <Table.Td>{listed(account.roles.map((role) => roleNames[role]))}</Table.Td>
                <Table.Td>{account.secondFactor ? words.on : words.off}</Table.Td>
                <Table.Td>{account.disabled ? words.shut : account.held ? words.held : words.open}</Table.Td>
                <Table.Td>
                  <When ms={account.createdMs} />
                </Table.Td>
                <Table.Td ta="right">
                  {account.id === own ? (
                    <Text size="xs" c="dimmed">
                      {words.yourself}
                    </Text>
                  ) : (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`${words.change}: ${account.name}`}
                      onClick={() => setEdited(account)}
                    >
                      {words.change}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <SecurityPolicy />
      <ExceptionPolicy />
      <Organisations />
      {edited !== undefined && (
        <EditAccount
          account={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
          onChange={accounts.reload}
        />
      )}
    </>
  );
}
