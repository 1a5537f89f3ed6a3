import { Button, Group } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { PasswordField } from '../frame/password-field.tsx';
import { useWords } from '../words/use-words.ts';

/** Asks for the password of a protected archive: it can be typed at once, unless somebody types elsewhere. */
export function PasswordForm({ onSubmit }: { readonly onSubmit: (password: string) => void }) {
  const { bench } = useWords();
  const [password, setPassword] = useState('');
  const box = useRef<HTMLInputElement>(null);
  // Without it, the letters of a password are keys of commands.
  useEffect(() => {
    if (document.activeElement?.closest('input, textarea, [contenteditable]') == null) box.current?.focus();
  }, []);
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
          ref={box}
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
