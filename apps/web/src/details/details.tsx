import type { Entry } from '@harrier/har';
import { Badge, CloseButton, Group, Switch, Tabs, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type ComponentType, useRef } from 'react';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { countText } from '../captures/quantity.ts';
import { LogsTab } from '../logs/logs-tab.tsx';
import { useWords } from '../words/use-words.ts';
import { CopyMenu } from './copy/copy-menu.tsx';
import classes from './details.module.css';
import { type TabProps, useEntry } from './entry-view.ts';
import { type TabName, tabNames, useOpenTab } from './open-tab.ts';
import { CookiesTab } from './tabs/cookies-tab.tsx';
import { HeadersTab } from './tabs/headers-tab.tsx';
import { InitiatorTab } from './tabs/initiator-tab.tsx';
import { MessagesTab } from './tabs/messages-tab.tsx';
import { PayloadTab } from './tabs/payload-tab.tsx';
import { PreviewTab } from './tabs/preview-tab.tsx';
import { ResponseTab } from './tabs/response-tab.tsx';
import { SummaryTab } from './tabs/summary-tab.tsx';
import { TimingTab } from './tabs/timing-tab.tsx';
import { useEvidence } from './use-evidence.ts';
import { Masked, showNextValue } from './values/masked.tsx';
import { useShownValues, ValuesOf } from './values/shown-values.tsx';

const TABS: Readonly<Record<TabName, ComponentType<TabProps>>> = {
  summary: SummaryTab,
  headers: HeadersTab,
  payload: PayloadTab,
  preview: PreviewTab,
  response: ResponseTab,
  initiator: InitiatorTab,
  timing: TimingTab,
  cookies: CookiesTab,
  messages: MessagesTab,
  logs: LogsTab,
};

/** One request with its tabs. The open tab stays when another request is chosen. */
export function Details({ tab, row }: { readonly tab: CaptureTab; readonly row: number }) {
  const words = useWords();
  const pane = useRef<HTMLElement>(null);
  const select = useOpenCaptures((state) => state.select);
  const { name, open } = useOpenTab();
  const unmasked = useShownValues((state) => state.open.has(tab.id));
  const toggleAll = useShownValues((state) => state.toggleAll);
  const entry = useEntry(tab, row, unmasked);
  useEvidence(tab, entry?.index, pane);
  useHotkeys([['u', () => pane.current !== null && showNextValue(pane.current)]]);
  if (entry === undefined) return <section className={classes.pane} aria-busy />;
  const Shown = TABS[name];
  const counts = countsOf(entry);
  // While another one is opened, this one is still the one that is shown.
  const { index } = entry;
  return (
    <section ref={pane} className={classes.pane} aria-label={`#${index}`}>
      <ValuesOf tab={tab}>
        <Group className={classes.title} px="sm" gap="xs" wrap="nowrap">
          <Text fw={600} truncate className={classes.name}>
            #{index} {entry.request.method} <Masked text={entry.request.url} />
          </Text>
          <Group className={`no-print ${classes.deeds}`} gap="xs" wrap="nowrap">
            <Switch
              size="xs"
              label={words.details.unmasked}
              checked={unmasked}
              onChange={() => toggleAll(tab.id)}
            />
            <CopyMenu tab={tab} row={index} entry={entry} unmasked={unmasked} />
            <CloseButton
              ml="auto"
              aria-label={words.details.close}
              onClick={() => select(tab.id, undefined)}
            />
          </Group>
        </Group>
        <Tabs
          className={classes.tabs}
          value={name}
          onChange={(next) => next !== null && open(next as TabName)}
          keepMounted={false}
        >
          <Tabs.List>
            {tabNames.map((one) => (
              <Tabs.Tab
                key={one}
                value={one}
                className={classes.tab}
                rightSection={
                  counts[one] === undefined ? null : (
                    <Badge size="xs" variant="light" color="gray">
                      {countText(counts[one])}
                    </Badge>
                  )
                }
              >
                {words.details.tabs[one]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel className={classes.content} value={name} tabIndex={0}>
            <Shown tab={tab} row={index} entry={entry} unmasked={unmasked} />
          </Tabs.Panel>
        </Tabs>
      </ValuesOf>
    </section>
  );
}

/** How much is in a tab, where it is a list; absent where nothing is. */
function countsOf({ request, response, ...entry }: Entry): Partial<Record<TabName, number>> {
  const counts = {
    cookies: request.cookies.length + response.cookies.length,
    messages: (entry.webSocketMessages?.length ?? 0) + (entry.eventSourceMessages?.length ?? 0),
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
