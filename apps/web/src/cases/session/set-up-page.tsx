import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { PasswordField } from '../../frame/password-field.tsx';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { hashOf } from '../place/case-place.ts';
import { useCasePlace } from '../place/use-case-place.ts';
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
      // The token is used up; what is left of it in the history leads to nothing.
      history.replaceState(null, '', hashOf({ page: 'administration' }));
      useCasePlace.setState({ place: { page: 'administration' } });
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
        <PasswordField
          label={signIn.password}
          description={words.passwordRule}
          autoComplete="new-password"
          required
          minLength={12}
          maxLength={256}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <ProblemAlert problem={deed.problem} />
        <Button type="submit" loading={deed.isRunning}>
          {words.button}
        </Button>
      </Stack>
    </form>
  );
}
