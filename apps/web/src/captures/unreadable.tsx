import { Alert, Button, Group, Stack } from '@mantine/core';
import { sentences } from '../words/sentences.ts';
import { useWords } from '../words/use-words.ts';
import { type CaptureTab, useOpenCaptures } from './open-captures.ts';
import { PasswordForm } from './password-form.tsx';
import { countText } from './quantity.ts';

/** In the place of a capture: why its file could not be read. */
export function Unreadable({ tab }: { readonly tab: CaptureTab }) {
  return (
    <main>
      <UnreadableNote tab={tab} />
    </main>
  );
}

/** A file that could not be read: what it is, where it breaks, what to do. Of a protected archive the password is asked. */
export function UnreadableNote({ tab }: { readonly tab: CaptureTab }) {
  const { knowledge, bench } = useWords();
  const { close, retry } = useOpenCaptures();
  if (tab.unreadable === undefined) return null;
  const { unreadable: code, byteOffset, line } = tab.unreadable;
  const { what, next } = knowledge.errors[code];
  const isProtected = code === 'har/password-needed' || code === 'har/password-wrong';
  const place = byteOffset === undefined ? '' : bench.open.place(countText(byteOffset), line);
  return (
    <Stack p="lg" maw={720}>
      <Alert color={isProtected ? 'blue' : 'red'} title={`${tab.fileName}: ${what}`}>
        {sentences(next, place)} <code>{code}</code>
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
