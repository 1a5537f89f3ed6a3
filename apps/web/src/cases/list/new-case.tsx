import { type Language, languages } from '@harrier/knowledge';
import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../../words/use-words.ts';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useDeed } from '../api/use-deed.ts';
import type { SupportCase } from '../case/support-case.ts';
import { useCasePlace } from '../place/use-case-place.ts';
import { useCaseWords } from '../words/use-case-words.ts';

/** Asks for a title and the language that the customer reads, and goes to the new case. */
export function NewCase({ onClose }: { readonly onClose: () => void }) {
  const { list: words, frame } = useCaseWords();
  const own = useLanguage(({ language }) => language);
  const go = useCasePlace((store) => store.go);
  const deed = useDeed();
  const [title, setTitle] = useState('');
  const [language, setLanguage] = useState<Language>(own);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void deed.run(async () => {
      const made = await ask<SupportCase>('POST', '/api/cases', { body: { title, language } });
      onClose();
      go({ page: 'case', id: made.id });
    });
  };
  return (
    <Modal opened onClose={onClose} title={words.create} closeButtonProps={{ 'aria-label': frame.cancel }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={words.caseTitle}
            description={words.titleMeaning}
            required
            data-autofocus
            maxLength={500}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <NativeSelect
            label={words.language}
            description={words.languageMeaning}
            value={language}
            onChange={(event) => setLanguage(event.currentTarget.value as Language)}
            data={languages.map((tag) => ({ value: tag, label: nameOf(tag) }))}
          />
          <ProblemAlert problem={deed.problem} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {frame.cancel}
            </Button>
            <Button type="submit" loading={deed.isRunning}>
              {words.create}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** A language by its own name. */
function nameOf(language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
