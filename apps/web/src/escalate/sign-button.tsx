import type { VaultErrorCode, Words } from '@harrier/knowledge';
import { Alert, Button, Code, FileInput, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { CopyText } from '../frame/copy-text.tsx';
import { PasswordField } from '../frame/password-field.tsx';
import { saveBlob } from '../sanitize/save-blob.ts';
import { useWords } from '../words/use-words.ts';
import type { PackageState } from './packer/use-package.ts';

interface SignButtonProps {
  readonly made: PackageState;
  /** What the file is called. */
  readonly name: string;
  /** Whether there is no package of the answers as they are now. */
  readonly isDisabled: boolean;
}

/** Signs the package with a key that a person picks, and saves it. */
export function SignButton({ made, name, isDisabled }: SignButtonProps) {
  const { escalate, details } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" disabled={isDisabled} onClick={() => setOpen(true)}>
        {escalate.sign.open}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={escalate.sign.title}
        closeButtonProps={{ 'aria-label': details.close }}
        transitionProps={{ duration: 0 }}
      >
        {/* Closed, it is gone, and the password with it. */}
        {isOpen && <SignForm made={made} name={name} isDisabled={isDisabled} onDone={() => setOpen(false)} />}
      </Modal>
    </>
  );
}

function SignForm({ made, name, isDisabled, onDone }: SignButtonProps & { onDone(): void }) {
  const { escalate, knowledge, start } = useWords();
  const { sign: words } = escalate;
  const [file, setFile] = useState<File | null>(null);
  const [password, setPassword] = useState('');
  const [refused, setRefused] = useState<string>();
  const [isWorking, setWorking] = useState(false);
  const sign = async (key: File): Promise<void> => {
    setWorking(true);
    const result = await made.sign({ file: key, password });
    setWorking(false);
    if (result === undefined) return;
    if ('refused' in result) {
      setRefused(result.refused);
      return;
    }
    saveBlob(result.zip, name);
    onDone();
  };
  const told = refused === undefined ? undefined : knowledge.vaultErrors[refused as VaultErrorCode];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== null) void sign(file);
      }}
    >
      <Stack gap="sm">
        <FileInput
          label={words.key}
          description={words.stays}
          placeholder={start.choose}
          value={file}
          onChange={setFile}
          data-autofocus
          accept=".asc,.gpg,.pgp,.key,.txt,application/pgp-keys"
        />
        <PasswordField
          label={words.password}
          value={password}
          autoComplete="off"
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {refused !== undefined && (
          <Alert color="red" title={told?.what ?? escalate.failed}>
            {nextOf(refused, knowledge)} <code>{refused}</code>
          </Alert>
        )}
        <Group>
          {/* Log records may come while the dialog is open: what is signed is what is shown, and ends nothing that is being made. */}
          <Button type="submit" disabled={file === null || isDisabled} loading={isWorking}>
            {words.save}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {words.elsewhere}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Code block flex={1}>
            {ELSEWHERE}
          </Code>
          <CopyText text={ELSEWHERE} />
        </Group>
      </Stack>
    </form>
  );
}

const ELSEWHERE = 'gpg --armor --detach-sign SHA256SUMS';

/** The next step of a key that cannot sign. Where nothing could be read, the vault asks for a public key; here a private one is needed. */
function nextOf(refused: string, { vaultErrors }: Words): string | undefined {
  const code = refused === 'vault/key-unreadable' ? 'vault/key-public' : refused;
  return vaultErrors[code as VaultErrorCode]?.next;
}
