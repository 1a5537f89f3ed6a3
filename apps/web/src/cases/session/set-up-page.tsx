import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { NewPasswordField } from '../frame/new-password-field.tsx';
import { leaveLink } from '../place/leave-link.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { useSession } from './session.ts';

/** The first start: makes the organisation and its administrator, with the token of the link that the server printed. */
export function SetUpPage({ token }: { readonly token: string }) {
  const { setUp: words, signIn } = useCaseWords();
  const deed = useDeed();
  const refresh = useSession((session) => session.refresh);
  const [organisation, setOrganisation] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void deed.run(async () => {
      await ask('POST', '/api/setup', { body: { token, organisation, name, password } });
      await ask('POST', '/api/session', { body: { name, password } });
      leaveLink({ page: 'administration' });
      await refresh();
    });
  };
  return (
    <form className={classes.alone} onSubmit={submit}>
      <Stack gap="sm">
        <Title order={1} size="h2">
          {words.title}
        </Title>
        <Text>{words.meaning}</Text>
        <TextInput
          label={words.organisation}
          required
          autoFocus
          maxLength={200}
          value={organisation}
          onChange={(event) => setOrganisation(event.currentTarget.value)}
        />
        <TextInput
          label={words.administrator}
          autoComplete="username"
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NewPasswordField
          label={signIn.password}
          description={words.passwordRule}
          value={password}
          onText={setPassword}
        />
        <ProblemAlert problem={deed.problem} />
        <Button type="submit" loading={deed.isRunning}>
          {words.button}
        </Button>
      </Stack>
    </form>
  );
}
