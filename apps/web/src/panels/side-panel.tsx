import { CloseButton, Group, Tabs } from '@mantine/core';
import type { CaptureTab } from '../captures/open-captures.ts';
import { type PanelName, panelNames, usePreferences } from '../frame/preferences.ts';
import { KnowledgePanel } from '../knowledge/knowledge-panel.tsx';
import { useWords } from '../words/use-words.ts';
import { CommonPanel } from './common-panel.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { SearchPanel } from './search-panel.tsx';
import classes from './side-panel.module.css';
import { StatisticsPanel } from './statistics-panel.tsx';

const PANELS = {
  search: SearchPanel,
  statistics: StatisticsPanel,
  common: CommonPanel,
  notes: NotesPanel,
  knowledge: KnowledgePanel,
} as const;

/** What stands beside the table: search, statistics, what requests have in common, what was odd in the file. */
export function SidePanel({ tab }: { readonly tab: CaptureTab }) {
  const { bench } = useWords();
  const { panel, set } = usePreferences();
  if (panel === undefined || tab.state !== 'ready') return null;
  const Shown = PANELS[panel];
  return (
    <aside className={`${classes.panel} no-print`} aria-label={bench.panels[panel]}>
      <Group gap={0} wrap="nowrap" justify="space-between">
        <Tabs
          value={panel}
          onChange={(next) => next !== null && set({ panel: next as PanelName })}
          flex={1}
          miw={0}
        >
          <Tabs.List className={classes.tabs}>
            {panelNames.map((name) => (
              <Tabs.Tab
                key={name}
                value={name}
                classNames={{ tab: classes.tab ?? '', tabLabel: classes.tabLabel ?? '' }}
                fz="sm"
                title={bench.panels[name]}
              >
                {bench.panels[name]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        <CloseButton size={24} aria-label={bench.panels.close} onClick={() => set({ panel: undefined })} />
      </Group>
      <Shown tab={tab} />
    </aside>
  );
}
