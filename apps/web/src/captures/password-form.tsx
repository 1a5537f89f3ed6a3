import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { PasswordField } from '../frame/password-field.tsx';
import { useWords } from '../words/use-words.ts';

/** Asks for the password of a protected archive. */
export function PasswordForm({ onSubmit }: { readonly onSubmit: (password: string) => void }) {
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
        <PasswordField
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
