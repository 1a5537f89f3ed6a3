import {
  Button,
  FileButton,
  Group,
  NativeSelect,
  Radio,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { ask } from '../api/ask.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useDeed } from '../api/use-deed.ts';
import type { Intake } from '../case/support-case.ts';
import classes from '../case-area.module.css';
import { FormDialog } from '../frame/form-dialog.tsx';
import { useCasePlace } from '../place/use-case-place.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { type Exception, type ExceptionScope, type ReasonCode, reasonCodes } from './exception.ts';
import { readEntries, readPseudonyms } from './read-scope.ts';

interface AskProps {
  readonly intake: Intake;
  readonly onClose: () => void;
}

/** A public key is no secret: it is kept in this browser so that it need not be found again for the next request. */
const KEY = 'harrier.requesterKey';

/** Asks to see something of a sealed original: the least that helps, why, and for whose key. */
export function AskForOriginal({ intake, onClose }: AskProps) {
  const { ask: words, reasons, vault } = useCaseWords();
  const policy = useAnswer<{ readonly leastReason: number; readonly needsConsent: boolean }>(
    '/api/exception-policy',
  );
  const go = useCasePlace((store) => store.go);
  const deed = useDeed();
  const [kind, setKind] = useState<ExceptionScope['kind']>('values');
  const [named, setNamed] = useState('');
  const [code, setCode] = useState<ReasonCode>('value-needed');
  const [text, setText] = useState('');
  const [requesterKey, setRequesterKey] = useState(localStorage.getItem(KEY) ?? '');
  const scope = scopeOf(kind, named);
  const least = policy.value?.leastReason ?? 1;
  const submit = (): void => {
    void deed.run(async () => {
      const body = { intakeId: intake.id, scope, reason: { code, text }, requesterKey };
      const made = await ask<Exception>('POST', '/api/exceptions', { body });
      localStorage.setItem(KEY, requesterKey);
      onClose();
      go({ page: 'exception', id: made.id });
    });
  };
  return (
    <FormDialog
      size="lg"
      title={`${words.title}: ${intake.attachment.name}`}
      deed={deed}
      send={words.send}
      isComplete={scope !== undefined}
      onClose={onClose}
      onSend={submit}
    >
      <Text size="sm">{words.meaning}</Text>
      {policy.value?.needsConsent === true && <Text size="sm">{words.needsConsent}</Text>}
      <Radio.Group label={words.scope} value={kind} onChange={(chosen) => setKind(chosen as typeof kind)}>
        <Stack gap={6} mt={4}>
          {(['values', 'entries', 'whole'] as const).map((value) => (
            <Radio
              key={value}
              value={value}
              label={words.scopes[value]}
              description={words.scopeMeanings[value]}
            />
          ))}
        </Stack>
      </Radio.Group>
      {kind === 'values' && (
        <Textarea
          label={words.pseudonyms}
          description={words.pseudonymsMeaning}
          required
          autosize
          minRows={2}
          maxRows={8}
          classNames={{ input: classes.mono ?? '' }}
          value={named}
          onChange={(event) => setNamed(event.currentTarget.value)}
        />
      )}
      {kind === 'entries' && (
        <TextInput
          label={words.entries}
          description={words.entriesMeaning}
          placeholder="3, 5-7"
          required
          error={named.trim() !== '' && scope === undefined ? words.entriesForm : undefined}
          value={named}
          onChange={(event) => setNamed(event.currentTarget.value)}
        />
      )}
      <NativeSelect
        label={words.reasonKind}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value as ReasonCode)}
        data={reasonCodes.map((value) => ({ value, label: reasons[value] }))}
      />
      <Textarea
        label={words.reason}
        description={words.reasonMeaning(least)}
        required
        autosize
        minRows={3}
        maxRows={10}
        minLength={least}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Textarea
        label={words.ownKey}
        description={words.ownKeyMeaning}
        required
        autosize
        minRows={3}
        maxRows={6}
        maxLength={50_000}
        classNames={{ input: classes.mono ?? '' }}
        value={requesterKey}
        onChange={(event) => setRequesterKey(event.currentTarget.value)}
      />
      <Group>
        <FileButton
          accept=".asc,.txt,.pub"
          onChange={(file) => void file?.text().then((read) => setRequesterKey(read))}
        >
          {(props) => (
            <Button {...props} size="compact-sm" variant="default">
              {vault.chooseFile}
            </Button>
          )}
        </FileButton>
      </Group>
    </FormDialog>
  );
}

function scopeOf(kind: ExceptionScope['kind'], named: string): ExceptionScope | undefined {
  if (kind === 'whole') return { kind };
  if (kind === 'entries') {
    const entries = readEntries(named);
    return entries === undefined ? undefined : { kind, entries };
  }
  const pseudonyms = readPseudonyms(named);
  return pseudonyms === undefined ? undefined : { kind, pseudonyms };
}
