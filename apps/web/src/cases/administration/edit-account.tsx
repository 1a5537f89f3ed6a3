import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../api/ask.ts';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { FormDialog } from '../frame/form-dialog.tsx';
import { NewPasswordField } from '../frame/new-password-field.tsx';
import { type Role, roles } from '../session/session.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { LinkOnce } from './link-once.tsx';

/** Roles that a second person has to confirm; the server's own list. */
const confirmedRoles: readonly Role[] = ['approver', 'key-holder', 'auditor', 'admin'];

export interface Account {
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

interface EditProps {
  readonly account: Account | undefined;
  readonly onClose: () => void;
  readonly onChange: () => void;
}

/** Makes an account or changes one: its roles, whether it may sign in, and a link for a password. */
export function EditAccount({ account, onClose, onChange }: EditProps) {
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
  const submit = async (): Promise<void> => {
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
    <FormDialog
      title={account?.name ?? words.newAccount}
      deed={deed}
      send={frame.save}
      onClose={onClose}
      onSend={() => void submit()}
    >
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
    </FormDialog>
  );
}
