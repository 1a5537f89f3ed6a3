import { Alert, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { PasswordField } from '../../frame/password-field.tsx';
import { ask } from '../api/ask.ts';
import { Problem } from '../api/problem.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useAnswer } from '../api/use-answer.ts';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { useCasePlace } from '../place/use-case-place.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { useSession } from './session.ts';
import { SignInElsewhere, SignInRefusal, type SignInWays, usualWays } from './sign-in-elsewhere.tsx';

/** Name and password, the code of an authenticator app once the server asks for one; or the identity provider. */
export function SignInPage() {
  const { signIn: words } = useCaseWords();
  const { refresh, hasEnded } = useSession();
  const deed = useDeed();
  const ways = useAnswer<SignInWays>('/api/sign-in-ways').value ?? usualWays;
  const place = useCasePlace((store) => store.place);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void deed.run(async () => {
      try {
        const body = { name, password, ...(needsCode ? { code: code.trim().toUpperCase() } : {}) };
        await ask('POST', '/api/session', { body });
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'request/second-factor') throw error;
        setNeedsCode(true);
        return;
      }
      await refresh();
    });
  };
  return (
    <form className={classes.alone} onSubmit={submit}>
      <Stack gap="sm">
        <Title order={1} size="h2">
          {words.title}
        </Title>
        {hasEnded && <Alert color="yellow">{words.ended}</Alert>}
        <SignInRefusal code={place.page === 'sign-in' ? place.code : undefined} />
        {ways.local && (
          <>
            <TextInput
              label={words.name}
              autoComplete="username"
              required
              autoFocus
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <PasswordField
              label={words.password}
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            {needsCode && (
              <TextInput
                label={words.code}
                description={words.codeMeaning}
                autoComplete="one-time-code"
                maxLength={29}
                required
                autoFocus
                value={code}
                onChange={(event) => setCode(event.currentTarget.value)}
              />
            )}
            <ProblemAlert problem={deed.problem} />
            <Button type="submit" loading={deed.isRunning}>
              {words.button}
            </Button>
          </>
        )}
        <SignInElsewhere ways={ways} />
        {ways.local && (
          <Text size="sm" c="dimmed">
            {words.noAccount}
          </Text>
        )}
      </Stack>
    </form>
  );
}
