import { languages } from '@harrier/knowledge';
import { ActionIcon, Button, CloseButton, Group, NativeSelect, Text, UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useOpenCaptures } from '../captures/open-captures.ts';
import type { PageActions } from '../commands/command-table.ts';
import { useOverlay } from '../commands/overlay.ts';
import { useShownValues } from '../details/values/shown-values.tsx';
import { showCapture } from '../pages/shown-page.ts';
import { useLanguage, useWords } from '../words/use-words.ts';
import classes from './top-bar.module.css';

const OWN_NAMES = {
  en: 'English',
  fr: 'Français',
  ja: '日本語',
  ko: '한국어',
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
} as const;

/** Open captures as tabs, language and theme. */
export const TopBar = memo(function TopBar({ page }: { readonly page: PageActions }) {
  const active = useOpenCaptures((state) => state.active);
  const activate = useOpenCaptures((state) => state.activate);
  const close = useOpenCaptures((state) => state.close);
  // Drawn again when a tab comes or goes, not whenever one of them has read on.
  const ids = useOpenCaptures(useShallow(({ tabs }) => tabs.map(({ id }) => id)));
  const names = useOpenCaptures(useShallow(({ tabs }) => tabs.map(({ fileName }) => fileName)));
  const tabs = ids.map((id, at) => ({ id, fileName: names[at] ?? '' }));
  const { language, choose } = useLanguage();
  const toggleAll = useShownValues((state) => state.toggleAll);
  const unmasked = useShownValues((state) => active !== undefined && state.open.has(active));
  const show = useOverlay((state) => state.show);
  const tab = tabs.find(({ id }) => id === active);
  const words = useWords();
  return (
    <Group component="header" px="sm" py={4} gap="xs" wrap="nowrap" className="no-print">
      <Text fw={700}>Harrier</Text>
      <ul className={classes.captures} aria-label={words.bench.frame.captures}>
        {tabs.map(({ id, fileName }) => (
          <li key={id} className={classes.capture} data-active={id === active || undefined}>
            <UnstyledButton
              className={classes.name}
              aria-current={id === active ? 'true' : undefined}
              title={fileName}
              onClick={() => {
                activate(id);
                showCapture();
              }}
            >
              {fileName}
            </UnstyledButton>
            <CloseButton
              size={24}
              aria-label={words.frame.closeCapture(fileName)}
              onClick={() => close(id)}
            />
          </li>
        ))}
      </ul>
      {tab !== undefined && (
        <Button
          size="compact-sm"
          variant={unmasked ? 'filled' : 'default'}
          color="red"
          aria-pressed={unmasked}
          onClick={() => toggleAll(tab.id)}
        >
          {unmasked ? words.bench.frame.unmasked : words.bench.frame.masked}
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={page.chooseFiles}>
        {words.bench.frame.openFile}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        rightSection={<span className={classes.key}>Ctrl K</span>}
        onClick={() => show('palette')}
      >
        {words.bench.commands.palette}
      </Button>
      <ActionIcon
        size={26}
        variant="default"
        aria-label={words.bench.commands.help}
        title={words.bench.commands.help}
        onClick={() => show('help')}
      >
        ?
      </ActionIcon>
      <NativeSelect
        size="xs"
        classNames={{ input: classes.language }}
        aria-label={words.frame.language}
        value={language}
        onChange={(event) => choose(event.currentTarget.value as (typeof languages)[number])}
        data={languages.map((tag) => ({ value: tag, label: OWN_NAMES[tag] }))}
      />
      <ActionIcon size={26} variant="default" aria-label={words.frame.theme} onClick={page.toggleTheme}>
        ◐
      </ActionIcon>
    </Group>
  );
});
