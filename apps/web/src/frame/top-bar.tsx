import { languages } from '@harrier/knowledge';
import {
  ActionIcon,
  CloseButton,
  Group,
  NativeSelect,
  Tabs,
  Text,
  useMantineColorScheme,
} from '@mantine/core';
import { useOpenCaptures } from '../captures/open-captures.ts';
import { useLanguage, useWords } from '../words/use-words.ts';

const OWN_NAMES = {
  en: 'English',
  fr: 'Français',
  ja: '日本語',
  ko: '한국어',
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
} as const;

/** Open captures as tabs, language and theme. */
export function TopBar() {
  const { tabs, active, activate, close } = useOpenCaptures();
  const { language, choose } = useLanguage();
  const { toggleColorScheme } = useMantineColorScheme();
  const words = useWords();
  return (
    <Group component="header" px="sm" py={4} gap="md" wrap="nowrap">
      <Text fw={700}>Harrier</Text>
      <Tabs
        value={active === undefined ? null : String(active)}
        onChange={(id) => id !== null && activate(Number(id))}
        flex={1}
      >
        <Tabs.List>
          {tabs.map((tab) => (
            <Tabs.Tab
              key={tab.id}
              value={String(tab.id)}
              component="div"
              rightSection={
                <CloseButton
                  size="xs"
                  aria-label={words.frame.closeCapture(tab.fileName)}
                  onClick={(event) => {
                    event.stopPropagation();
                    close(tab.id);
                  }}
                />
              }
            >
              {tab.fileName}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <NativeSelect
        size="xs"
        aria-label={words.frame.language}
        value={language}
        onChange={(event) => choose(event.currentTarget.value as (typeof languages)[number])}
        data={languages.map((tag) => ({ value: tag, label: OWN_NAMES[tag] }))}
      />
      <ActionIcon variant="default" aria-label={words.frame.theme} onClick={() => toggleColorScheme()}>
        ◐
      </ActionIcon>
    </Group>
  );
}
