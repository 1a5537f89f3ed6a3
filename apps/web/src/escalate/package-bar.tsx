import type { ReadErrorCode, Words } from '@harrier/knowledge';
import { Alert, Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { PasswordForm } from '../captures/password-form.tsx';
import { byteText } from '../captures/quantity.ts';
import { useShownPage } from '../pages/shown-page.ts';
import { saveBlob } from '../sanitize/save-blob.ts';
import { sentences } from '../words/sentences.ts';
import { useWords } from '../words/use-words.ts';
import classes from './escalate.module.css';
import type { PackageState } from './packer/use-package.ts';
import { SignButton } from './sign-button.tsx';

/** Whether the package is ready, and what can be done with it. */
export function PackageBar({ tab, made }: { readonly tab: CaptureTab; readonly made: PackageState }) {
  const { escalate: words, knowledge, details, sanitize } = useWords();
  const open = useOpenCaptures((state) => state.open);
  const show = useShownPage((state) => state.show);
  const [isPreview, setPreview] = useState(false);
  const { packed, refused, isWorking, isOld } = made;
  const name = `${tab.fileName.replace(/\.(?:har|saz|zip|gz|json)(?:\.gz)?$/i, '')}-escalation.zip`;
  const isProtected = refused === 'har/password-needed' || refused === 'har/password-wrong';
  const isReady = packed?.gate.state === 'ready';
  // What is saved is what the answers say now, and nothing older.
  const isWaiting = isWorking || isOld || packed === undefined;
  const openHere = (zip: Blob): void => {
    void open(new File([zip], name, { type: 'application/zip' }));
    show('workbench');
  };
  return (
    <div className={classes.bar}>
      <div role="status" data-state={isWaiting ? 'working' : packed?.gate.state}>
        {isWaiting ? (
          <Text c="dimmed">{isWorking ? words.checking : words.large}</Text>
        ) : (
          <span className={classes.state}>{knowledge.escalation.state[packed.gate.state]}</span>
        )}
      </div>
      {refused !== undefined && (
        <Alert color={isProtected ? 'blue' : 'red'} title={words.failed} mt="xs">
          {isReadError(refused, knowledge.errors)
            ? sentences(knowledge.errors[refused].what, knowledge.errors[refused].next)
            : (sanitize.refusals as Readonly<Record<string, string>>)[refused]}{' '}
          <code>{refused}</code>
        </Alert>
      )}
      {isProtected && <PasswordForm onSubmit={made.unlock} />}
      <Group gap={6} mt="xs">
        <Button
          size="xs"
          disabled={isWaiting}
          variant={isReady ? 'filled' : 'default'}
          onClick={() => packed !== undefined && saveBlob(packed.zip, name)}
        >
          {isReady ? words.save : words.saveDraft}
          {packed !== undefined && ` (${byteText(packed.zip.size)})`}
        </Button>
        <Button size="xs" variant="default" disabled={packed === undefined} onClick={() => setPreview(true)}>
          {words.preview}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={isWaiting}
          onClick={() => packed !== undefined && openHere(packed.zip)}
        >
          {words.openHere}
        </Button>
        <SignButton made={made} name={name} isDisabled={isWaiting} />
        {isOld && !isWorking && (
          <Button size="xs" variant="default" onClick={made.check}>
            {words.check}
          </Button>
        )}
      </Group>
      <Modal
        opened={isPreview && packed !== undefined}
        onClose={() => setPreview(false)}
        size="min(1000px, 90vw)"
        title={`${words.preview} · summary.html`}
        closeButtonProps={{ 'aria-label': details.close }}
        transitionProps={{ duration: 0 }}
      >
        <iframe
          className={classes.preview}
          sandbox=""
          title="summary.html"
          srcDoc={packed?.summaryHtml ?? ''}
        />
      </Modal>
    </div>
  );
}

function isReadError(code: string, errors: Words['errors']): code is ReadErrorCode {
  return Object.hasOwn(errors, code);
}
