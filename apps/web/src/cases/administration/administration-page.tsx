import { Button, Checkbox, Group, Modal, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useAnswer } from '../api/use-answer.ts';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { NewPasswordField } from '../frame/new-password-field.tsx';
import { When } from '../frame/when.tsx';
import { type Role, roles, useSession } from '../session/session.ts';
import { TooFewKeys } from '../vault/too-few-keys.tsx';
import type { VaultKey } from '../vault/vault-key.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { ExceptionPolicy } from './exception-policy.tsx';
import { LinkOnce } from './link-once.tsx';
import { Organisations } from './organisations.tsx';
import { SecurityPolicy } from './security-policy.tsx';

interface Account {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** `provider`: it signs in elsewhere, and has no password here. */
  readonly kind: 'local' | 'provider';
  readonly secondFactor: boolean;
  /** Some of its roles wait for a second person. */
  readonly held: boolean;
  readonly disabled: boolean;
  readonly createdMs: number;
}

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
                <Table.Td>{account.roles.map((role) => roleNames[role]).join(', ')}</Table.Td>
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

/** Roles that a second person has to confirm; the server's own list. */
const confirmedRoles: readonly Role[] = ['approver', 'key-holder', 'auditor', 'admin'];

interface EditProps {
  readonly account: Account | undefined;
  readonly onClose: () => void;
  readonly onChange: () => void;
}

function EditAccount({ account, onClose, onChange }: EditProps) {
  const { administration: words, roles: roleNames, roleMeanings, setUp, signIn, frame } = useCaseWords();
  const deed = useDeed();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [held, setHeld] = useState<readonly string[]>(account?.roles ?? []);
  const [isShut, setShut] = useState(account?.disabled ?? false);
  const [byLink, setByLink] = useState(true);
  const [dropsSecondFactor, setDropsSecondFactor] = useState(false);
  const [link, setLink] = useState<string>();
  const makeLink = (): void =>
    void deed.run(async () => {
      const url = `/api/accounts/${encodeURIComponent(account?.id ?? '')}/link`;
      setLink((await ask<{ link: string }>('POST', url, { body: { dropsSecondFactor } })).link);
    });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    let made: string | undefined;
    const isDone = await deed.run(async () => {
      if (account === undefined) {
        const body = { name, roles: held, ...(byLink ? {} : { password }) };
        made = (await ask<{ link?: string }>('POST', '/api/accounts', { body })).link;
      } else
        await ask('PATCH', `/api/accounts/${encodeURIComponent(account.id)}`, {
          body: { roles: held, disabled: isShut },
        });
    });
    if (!isDone) return;
    onChange();
    setLink(made);
    if (made === undefined) onClose();
  };
  if (link !== undefined)
    return (
      <Modal
        opened
        onClose={onClose}
        title={account?.name ?? name}
        closeButtonProps={{ 'aria-label': frame.cancel }}
      >
        <LinkOnce link={link} />
      </Modal>
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={account?.name ?? words.newAccount}
      closeButtonProps={{ 'aria-label': frame.cancel }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          {account === undefined && (
            <>
              <TextInput
                label={words.name}
                required
                data-autofocus
                maxLength={200}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <Checkbox
                label={words.byLink}
                checked={byLink}
                onChange={(event) => setByLink(event.currentTarget.checked)}
              />
              {!byLink && (
                <NewPasswordField
                  label={signIn.password}
                  description={setUp.passwordRule}
                  value={password}
                  onText={setPassword}
                />
              )}
            </>
          )}
          <Checkbox.Group label={words.roles} value={[...held]} onChange={setHeld}>
            <Stack gap={6} mt={4}>
              {roles.map((role) => (
                <Checkbox key={role} value={role} label={roleNames[role]} description={roleMeanings[role]} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Text size="sm" c="dimmed">
            {words.guardedMeaning}
          </Text>
          {account !== undefined && (
            <Checkbox
              label={words.shutIt}
              checked={isShut}
              onChange={(event) => setShut(event.currentTarget.checked)}
            />
          )}
          {account !== undefined && (
            <Text size="sm" c="dimmed">
              {words.sessionsEnd}
            </Text>
          )}
          {account?.kind === 'local' && (
            <fieldset className={classes.box}>
              <legend>{words.lostPassword}</legend>
              <Stack gap={6}>
                <Text size="sm">
                  {words.askWho}
                  {confirmedRoles.some((role) => account.roles.includes(role)) && ` ${words.linkHolds}`}
                </Text>
                {account.secondFactor && (
                  <Checkbox
                    label={words.dropsSecondFactor}
                    checked={dropsSecondFactor}
                    onChange={(event) => setDropsSecondFactor(event.currentTarget.checked)}
                  />
                )}
                <Group>
                  <Button size="compact-sm" variant="default" loading={deed.isRunning} onClick={makeLink}>
                    {words.makeLink}
                  </Button>
                </Group>
              </Stack>
            </fieldset>
          )}
          <ProblemAlert problem={deed.problem} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {frame.cancel}
            </Button>
            <Button type="submit" loading={deed.isRunning}>
              {frame.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
