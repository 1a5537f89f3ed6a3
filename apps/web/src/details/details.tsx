import type { Entry } from '@harrier/har';
import { ActionIcon, CloseButton, Group, Switch, Tabs, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { useWords } from '../words/use-words.ts';
import { CookiesTab } from './cookies-tab.tsx';
import { copyAs } from './copy-as.ts';
import classes from './details.module.css';
import { HeadersTab } from './headers-tab.tsx';
import { InitiatorTab } from './initiator-tab.tsx';
import { MessagesTab } from './messages-tab.tsx';
import { PayloadTab } from './payload-tab.tsx';
import { PreviewTab } from './preview-tab.tsx';
import { ResponseTab } from './response-tab.tsx';
import { TimingTab } from './timing-tab.tsx';

/** What a tab shows of a request. */
export interface TabProps {
  readonly tab: CaptureTab;
  readonly row: number;
  readonly entry: Entry;
  /** Values as they were captured. */
  readonly unmasked: boolean;
}

const TABS = {
  headers: HeadersTab,
  payload: PayloadTab,
  preview: PreviewTab,
  response: ResponseTab,
  initiator: InitiatorTab,
  timing: TimingTab,
  cookies: CookiesTab,
  messages: MessagesTab,
} as const;

type TabName = keyof typeof TABS;

/** One request with its tabs. The open tab stays when another request is chosen. */
export function Details({ tab, row }: { readonly tab: CaptureTab; readonly row: number }) {
  const words = useWords();
  const select = useOpenCaptures((state) => state.select);
  const [name, setName] = useState<TabName>('headers');
  const [unmasked, setUnmasked] = useState(false);
  const entry = useEntry(tab, row, unmasked);
  if (entry === undefined) return <section className={classes.pane} aria-busy />;
  const { request } = entry;
  const Shown = TABS[name];
  return (
    <section className={classes.pane} aria-label={`#${row}`}>
      <Group px="sm" pt={4} gap="xs" wrap="nowrap">
        <Text fw={600} truncate flex={1}>
          #{row} {request.method} {request.url}
        </Text>
        <Switch
          size="xs"
          label={words.details.unmasked}
          checked={unmasked}
          onChange={(event) => setUnmasked(event.currentTarget.checked)}
        />
        {(['cURL', 'fetch', 'PowerShell', 'HTTP'] as const).map((form) => (
          <ActionIcon
            key={form}
            variant="default"
            w="auto"
            px={6}
            fz="xs"
            aria-label={words.details.copyAs(form)}
            title={words.details.copyAs(form)}
            onClick={() => void navigator.clipboard.writeText(copyAs(form, entry))}
          >
            {form}
          </ActionIcon>
        ))}
        <CloseButton aria-label={words.details.close} onClick={() => select(tab.id, undefined)} />
      </Group>
      <Tabs value={name} onChange={(next) => next !== null && setName(next as TabName)} keepMounted={false}>
        <Tabs.List>
          {(Object.keys(TABS) as TabName[]).map((one) => (
            <Tabs.Tab key={one} value={one} py={6}>
              {words.details.tabs[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <div className={classes.content} role="tabpanel">
        <Shown tab={tab} row={row} entry={entry} unmasked={unmasked} />
      </div>
    </section>
  );
}

function useEntry({ connection }: CaptureTab, row: number, unmasked: boolean): Entry | undefined {
  const [entry, setEntry] = useState<Entry>();
  useEffect(() => {
    let isOld = false;
    void connection.engine.entry(row, unmasked).then((opened) => {
      if (!isOld) setEntry(opened);
    });
    return () => {
      isOld = true;
    };
  }, [connection, row, unmasked]);
  return entry;
}
