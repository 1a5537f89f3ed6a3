import { Button, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { ask } from '../api/ask.ts';
import { Problem } from '../api/problem.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { NewPasswordField } from '../frame/new-password-field.tsx';
import { leaveLink } from '../place/leave-link.ts';
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
      leaveLink({ page: 'cases' });
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
            <NewPasswordField
              label={account.newPassword}
              description={setUp.passwordRule}
              autoFocus
              value={password}
              onText={setPassword}
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
