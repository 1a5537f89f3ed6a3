import { Alert, Button, Group, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { CopyText } from '../../frame/copy-text.tsx';
import { PasswordField } from '../../frame/password-field.tsx';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { useSession } from '../session/session.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { QrCode } from './qr-code.tsx';

interface NewSecret {
  readonly secret: string;
  readonly url: string;
}

/** Ties an authenticator app to the account, or takes it off; nothing changes until password and code were right. */
export function SecondFactor({ onChange }: { readonly onChange: () => void }) {
  const { account: words, frame } = useCaseWords();
  const who = useSession((session) => session.who);
  const deed = useDeed();
  const [made, setMade] = useState<NewSecret>();
  const [isLeaving, setLeaving] = useState(false);
  const [codes, setCodes] = useState<readonly string[]>();
  const begin = (): void =>
    void deed.run(async () => {
      setCodes(undefined);
      setMade(await ask<NewSecret>('POST', '/api/session/second-factor'));
    });
  const confirm = (password: string, code: string): void =>
    void deed.run(async () => {
      const body = { secret: made?.secret, code, password };
      const answer = await ask<{ recoveryCodes: string[] }>('PATCH', '/api/session/second-factor', { body });
      setMade(undefined);
      setCodes(answer.recoveryCodes);
      onChange();
    });
  const leave = (password: string, code: string): void =>
    void deed.run(async () => {
      await ask('DELETE', '/api/session/second-factor', { body: { password, code } });
      setLeaving(false);
      setCodes(undefined);
      onChange();
    });
  const isIdle = made === undefined && !isLeaving;
  return (
    <section className={classes.box} aria-labelledby="second-factor" style={{ maxWidth: 720 }}>
      <Title order={2} size="h5" id="second-factor">
        {words.secondFactor}
      </Title>
      <Text size="sm" c="dimmed" mb={6}>
        {words.secondFactorMeaning}
      </Text>
      {who?.secondFactor === true && (
        <Text role="status" mb={6}>
          ✓ {words.secondFactorOn} {words.codesLeft(who.recoveryCodesLeft)}
        </Text>
      )}
      {codes !== undefined && <RecoveryCodes codes={codes} />}
      {isIdle && (
        // An app that is there is taken off first, by a code of it.
        <Button
          size="compact-sm"
          variant="default"
          loading={deed.isRunning}
          onClick={who?.secondFactor === true ? () => setLeaving(true) : begin}
        >
          {who?.secondFactor === true ? words.takeOff : words.begin}
        </Button>
      )}
      {made !== undefined && (
        <>
          <Text size="sm">{words.enterSecret}</Text>
          <Group gap="md" my={6} align="center">
            <QrCode text={made.url} label={words.qrCode} />
            <div>
              <p className={classes.mono}>{made.secret.replace(/.{4}(?=.)/g, '$& ')}</p>
              <Text size="sm">
                <a className={classes.link} href={made.url}>
                  {words.openApp}
                </a>
              </Text>
            </div>
          </Group>
        </>
      )}
      {!isIdle && (
        <Proof
          button={made === undefined ? words.takeOff : words.confirm}
          isRunning={deed.isRunning}
          onProof={made === undefined ? leave : confirm}
          onCancel={() => {
            setMade(undefined);
            setLeaving(false);
            deed.forget();
          }}
          cancel={frame.cancel}
        />
      )}
      <ProblemAlert problem={deed.problem} />
    </section>
  );
}

interface ProofProps {
  readonly button: string;
  readonly cancel: string;
  readonly isRunning: boolean;
  readonly onProof: (password: string, code: string) => void;
  readonly onCancel: () => void;
}

/** Whoever finds a session open knows neither of these. */
function Proof({ button, cancel, isRunning, onProof, onCancel }: ProofProps) {
  const { account: words, signIn } = useCaseWords();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onProof(password, code.trim().toUpperCase());
  };
  return (
    <form onSubmit={submit}>
      <Group align="end" gap="xs" mt={6}>
        <PasswordField
          w={220}
          label={words.ownPassword}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <TextInput
          w={220}
          label={signIn.code}
          autoComplete="one-time-code"
          maxLength={29}
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" size="compact-sm" mb={4} loading={isRunning}>
          {button}
        </Button>
        <Button size="compact-sm" mb={4} variant="default" onClick={onCancel}>
          {cancel}
        </Button>
      </Group>
    </form>
  );
}

function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const { account: words } = useCaseWords();
  const text = codes.join('\n');
  return (
    <Alert my="xs" color="blue" title={words.recoveryCodes}>
      <Text size="sm">{words.recoveryMeaning}</Text>
      <pre className={classes.mono}>{text}</pre>
      <CopyText text={text} />
    </Alert>
  );
}
