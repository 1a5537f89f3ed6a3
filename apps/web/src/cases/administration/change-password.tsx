import { Button, Checkbox, Group, Text, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { PasswordField } from '../../frame/password-field.tsx';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { NewPasswordField } from '../frame/new-password-field.tsx';
import { useCaseWords } from '../words/use-case-words.ts';

/** Another password, for whoever knows the present one. */
export function ChangePassword({ onChange }: { readonly onChange: () => void }) {
  const { account: words, setUp, frame } = useCaseWords();
  const deed = useDeed();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [endsTokens, setEndsTokens] = useState(false);
  const [isDone, setDone] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setDone(false);
    void deed.run(async () => {
      await ask('PATCH', '/api/session/password', { body: { current, password, endsTokens } });
      setCurrent('');
      setPassword('');
      setDone(true);
      onChange();
    });
  };
  return (
    <section className={classes.box} aria-labelledby="password" style={{ maxWidth: 720 }}>
      <Title order={2} size="h5" id="password" mb={6}>
        {words.changePassword}
      </Title>
      <form onSubmit={submit}>
        <Group align="end" gap="xs">
          <PasswordField
            w={240}
            label={words.currentPassword}
            autoComplete="current-password"
            required
            maxLength={256}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <NewPasswordField
            w={240}
            label={words.newPassword}
            placeholder={setUp.passwordRule}
            value={password}
            onText={setPassword}
          />
          <Button type="submit" size="compact-sm" mb={4} loading={deed.isRunning}>
            {frame.save}
          </Button>
        </Group>
        <Checkbox
          mt={6}
          label={words.endTokens}
          checked={endsTokens}
          onChange={(event) => setEndsTokens(event.currentTarget.checked)}
        />
      </form>
      {isDone && <Text role="status">✓ {words.passwordChanged}</Text>}
      <ProblemAlert problem={deed.problem} />
    </section>
  );
}
