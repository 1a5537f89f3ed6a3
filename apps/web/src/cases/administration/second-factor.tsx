import { Button, Group, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { useCaseWords } from '../words/use-case-words.ts';

interface NewSecret {
  readonly secret: string;
  readonly url: string;
}

/** Ties an authenticator app to the account; nothing changes until a code of it was right. */
export function SecondFactor() {
  const { account: words, signIn } = useCaseWords();
  const deed = useDeed();
  const [made, setMade] = useState<NewSecret>();
  const [code, setCode] = useState('');
  const [isOn, setOn] = useState(false);
  const begin = (): void =>
    void deed.run(async () => {
      setOn(false);
      setMade(await ask<NewSecret>('POST', '/api/session/second-factor'));
    });
  const confirm = (event: FormEvent): void => {
    event.preventDefault();
    void deed.run(async () => {
      await ask('PATCH', '/api/session/second-factor', {
        body: { secret: made?.secret, code: code.trim() },
      });
      setMade(undefined);
      setCode('');
      setOn(true);
    });
  };
  return (
    <section className={classes.box} aria-labelledby="second-factor" style={{ maxWidth: 720 }}>
      <Title order={2} size="h5" id="second-factor">
        {words.secondFactor}
      </Title>
      <Text size="sm" c="dimmed" mb={6}>
        {words.secondFactorMeaning}
      </Text>
      {isOn && <Text role="status">✓ {words.secondFactorOn}</Text>}
      {made === undefined ? (
        <Button size="compact-sm" variant="default" loading={deed.isRunning} onClick={begin}>
          {words.begin}
        </Button>
      ) : (
        <form onSubmit={confirm}>
          <Text size="sm">{words.enterSecret}</Text>
          <p className={classes.mono}>{made.secret.replace(/.{4}(?=.)/g, '$& ')}</p>
          <Text size="sm">
            <a className={classes.link} href={made.url}>
              {words.openApp}
            </a>
          </Text>
          <Group align="end" gap="xs" mt={6}>
            <TextInput
              label={signIn.code}
              inputMode="numeric"
              autoComplete="one-time-code"
              pattern="[0-9]{6}"
              maxLength={6}
              required
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <Button type="submit" size="compact-sm" mb={4} loading={deed.isRunning}>
              {words.confirm}
            </Button>
          </Group>
        </form>
      )}
      <ProblemAlert problem={deed.problem} />
    </section>
  );
}
