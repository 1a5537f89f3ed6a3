import { type Language, languages } from '@harrier/knowledge';
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '../../words/use-words.ts';
import { ask } from '../api/ask.ts';
import { useDeed } from '../api/use-deed.ts';
import type { SupportCase } from '../case/support-case.ts';
import { FormDialog } from '../frame/form-dialog.tsx';
import { useCasePlace } from '../place/use-case-place.ts';
import { useCaseWords } from '../words/use-case-words.ts';

/** Asks for a title and the language that the customer reads, and goes to the new case. */
export function NewCase({ onClose }: { readonly onClose: () => void }) {
  const { list: words } = useCaseWords();
  const own = useLanguage(({ language }) => language);
  const go = useCasePlace((store) => store.go);
  const deed = useDeed();
  const [title, setTitle] = useState('');
  const [language, setLanguage] = useState<Language>(own);
  const submit = (): void => {
    void deed.run(async () => {
      const made = await ask<SupportCase>('POST', '/api/cases', { body: { title, language } });
      onClose();
      go({ page: 'case', id: made.id });
    });
  };
  return (
    <FormDialog title={words.create} deed={deed} send={words.create} onClose={onClose} onSend={submit}>
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
    </FormDialog>
  );
}

/** A language by its own name. */
function nameOf(language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
