import { Alert, Button, Group, Text, TextInput, Title } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { extensionApi as api } from '../browser-api/extension-api.ts';
import type { ExtensionWords } from '../words/extension-words.ts';
import classes from './done.module.css';
import { readUploadLink, type SentCapture, sendClean, UploadRefusal } from './upload-link.ts';

type Stage =
  | { readonly at: 'link' }
  | { readonly at: 'sending' }
  | { readonly at: 'sent'; readonly place: SentCapture }
  | { readonly at: 'trouble'; readonly what: 'notALink' | 'notAllowed' | 'gone' | 'failed' };

interface SendPanelProps {
  readonly clean: Blob;
  readonly name: string;
  readonly words: ExtensionWords['send'];
  onSent(): void;
}

/** Sends the clean capture to a case by its upload link. The server's address is allowed when it is sent, and for that server alone. */
export function SendPanel({ clean, name, words, onSent }: SendPanelProps) {
  const [link, setLink] = useState('');
  const [stage, setStage] = useState<Stage>({ at: 'link' });
  const send = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const target = readUploadLink(link);
    if (target === undefined) return setStage({ at: 'trouble', what: 'notALink' });
    // First of all: the browser asks only while the press of the button lasts. A port is no part of what is asked for.
    const { protocol, hostname } = new URL(target.origin);
    const isAllowed = await api.permissions
      .request({ origins: [`${protocol}//${hostname}/*`] })
      .catch(() => false);
    if (!isAllowed) return setStage({ at: 'trouble', what: 'notAllowed' });
    setStage({ at: 'sending' });
    try {
      setStage({ at: 'sent', place: await sendClean(target, clean, name) });
      onSent();
    } catch (error) {
      setStage({ at: 'trouble', what: error instanceof UploadRefusal ? error.why : 'failed' });
    }
  };
  return (
    <form className={classes.send} onSubmit={(event) => void send(event)}>
      <Title order={2} size="h5">
        {words.title}
      </Title>
      <Text size="sm" c="dimmed">
        {words.about}
      </Text>
      <Group align="end" wrap="nowrap">
        <TextInput
          label={words.label}
          value={link}
          type="url"
          placeholder="https://…/#upload=…"
          autoComplete="off"
          flex={1}
          onChange={(event) => setLink(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          loading={stage.at === 'sending'}
          disabled={link.trim() === ''}
        >
          {words.send}
        </Button>
      </Group>
      <div role="status">
        {stage.at === 'sending' && <Text size="sm">{words.sending}</Text>}
        {stage.at === 'sent' && (
          <Alert color="teal">✓ {words.sent(stage.place.organisation, String(stage.place.caseNumber))}</Alert>
        )}
        {stage.at === 'trouble' && <Alert color="red">{words[stage.what]}</Alert>}
      </div>
    </form>
  );
}
