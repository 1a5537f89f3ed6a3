import { type Language, languages } from '@harrier/knowledge';
import {
  ActionIcon,
  Group,
  NativeSelect,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useEffect } from 'react';
import { useLanguage, useWords } from '../../words/use-words.ts';
import type { CasePlace } from '../place/case-place.ts';
import { ConsentPage } from './consent-page.tsx';
import classes from './customer.module.css';
import { UploadPage } from './upload-page.tsx';

type CustomerPlace = Extract<CasePlace, { readonly token: string }>;

/** What a customer sees who came by a link: one page, without anything of the workbench around it. */
export function CustomerPage({ place }: { readonly place: CustomerPlace }) {
  const words = useWords();
  const { language, choose } = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme();
  useIgnoredDrops();
  return (
    <div className={classes.page}>
      <Group component="header" justify="space-between" px="md" py={6}>
        <Text fw={700}>Harrier</Text>
        <Group gap="xs">
          <NativeSelect
            size="xs"
            aria-label={words.frame.language}
            value={language}
            onChange={(event) => choose(event.currentTarget.value as Language)}
            data={languages.map((tag) => ({
              value: tag,
              label: new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag,
            }))}
          />
          <ActionIcon
            variant="default"
            aria-label={words.frame.theme}
            onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
          >
            ◐
          </ActionIcon>
        </Group>
      </Group>
      <main className={classes.main}>
        {place.page === 'upload' ? (
          <UploadPage key={place.token} token={place.token} />
        ) : (
          <ConsentPage token={place.token} />
        )}
      </main>
    </div>
  );
}

/** A file that is dropped beside the box must not make the browser leave the page for it. */
function useIgnoredDrops(): void {
  useEffect(() => {
    const ignore = (event: DragEvent): void => event.preventDefault();
    window.addEventListener('dragover', ignore);
    window.addEventListener('drop', ignore);
    return () => {
      window.removeEventListener('dragover', ignore);
      window.removeEventListener('drop', ignore);
    };
  }, []);
}
