import { Alert, Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { type CaptureTab, useOpenCaptures } from './open-captures.ts';
import { countText } from './quantity.ts';

/** A file that could not be read: what it is, where it breaks, what to do. Of a protected archive the password is asked. */
export function Unreadable({ tab }: { readonly tab: CaptureTab }) {
  const { knowledge, bench } = useWords();
  const { close, retry } = useOpenCaptures();
  if (tab.unreadable === undefined) return null;
  const { unreadable: code, byteOffset, line } = tab.unreadable;
  const { what, next } = knowledge.errors[code];
  const isProtected = code === 'har/password-needed' || code === 'har/password-wrong';
  const place = byteOffset === undefined ? '' : bench.open.place(countText(byteOffset), line);
  return (
    <Stack component="main" p="lg" maw={720}>
      <Alert color={isProtected ? 'blue' : 'red'} title={`${tab.fileName}: ${what}`}>
        {next} {place} <code>{code}</code>
      </Alert>
      {isProtected && <PasswordForm onSubmit={(password) => void retry(tab.id, { password })} />}
      <Group>
        <Button variant="default" onClick={() => close(tab.id)}>
          {bench.open.closeFile}
        </Button>
      </Group>
    </Stack>
  );
}

function PasswordForm({ onSubmit }: { readonly onSubmit: (password: string) => void }) {
  const { bench } = useWords();
  const [password, setPassword] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(password);
      }}
    >
      <Group align="end">
        <PasswordInput
          label={bench.open.password}
          description={bench.open.passwordStays}
          value={password}
          autoComplete="off"
          data-autofocus
          flex={1}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" disabled={password === ''}>
          {bench.open.unlock}
        </Button>
      </Group>
    </form>
  );
}
