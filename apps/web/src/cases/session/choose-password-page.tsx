import { Button, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { PasswordField } from '../../frame/password-field.tsx';
import { ask } from '../api/ask.ts';
import { Problem } from '../api/problem.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { hashOf } from '../place/case-place.ts';
import { useCasePlace } from '../place/use-case-place.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { useSession } from './session.ts';

/** Where an administrator's link leads: its owner chooses the password of an account, and nobody else knows it. */
export function ChoosePasswordPage({ token }: { readonly token: string }) {
  const { choosePassword: words, account, setUp } = useCaseWords();
  const deed = useDeed();
  const refresh = useSession((session) => session.refresh);
  const [name, setName] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [password, setPassword] = useState('');
  useEffect(() => {
    ask<{ name: string }>('POST', '/api/account-link/question', { body: { token } }).then(
      (answer) => setName(answer.name),
      (error: unknown) => setProblem(error instanceof Problem ? error : undefined),
    );
  }, [token]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void deed.run(async () => {
      await ask('POST', '/api/account-link', { body: { token, password } });
      // The token is used up; what is left of it in the history leads to nothing.
      history.replaceState(null, '', hashOf({ page: 'cases' }));
      useCasePlace.setState({ place: { page: 'cases' } });
      await refresh();
    });
  };
  return (
    <form className={classes.alone} onSubmit={submit}>
      <Stack gap="sm">
        <Title order={1} size="h2">
          {words.title}
        </Title>
        <ProblemAlert problem={problem} />
        {name !== undefined && (
          <>
            <Text>
              {words.meaning} <b>{name}</b>
            </Text>
            {/* Managers of passwords keep it with the name. */}
            <input type="text" hidden readOnly autoComplete="username" value={name} />
            <PasswordField
              label={account.newPassword}
              description={setUp.passwordRule}
              autoComplete="new-password"
              required
              autoFocus
              minLength={12}
              maxLength={256}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <ProblemAlert problem={deed.problem} />
            <Button type="submit" loading={deed.isRunning}>
              {words.button}
            </Button>
          </>
        )}
      </Stack>
    </form>
  );
}
