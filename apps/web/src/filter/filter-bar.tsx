import { ActionIcon, Button, Group, Menu, Progress, Text } from '@mantine/core';
import { memo } from 'react';
import { type CaptureTab, requestCount, useOpenCaptures } from '../captures/open-captures.ts';
import { countText } from '../captures/quantity.ts';
import { sameFor } from '../captures/same-tab.ts';
import { usePreferences } from '../frame/preferences.ts';
import { ColumnMenu } from '../table/columns/column-menu.tsx';
import { useWords } from '../words/use-words.ts';
import classes from './filter.module.css';
import { FilterBox } from './filter-box.tsx';
import { FilterChips } from './filter-chips.tsx';

/** Terms that are one click away. */
const QUICK = ['failed', 'slow', 'cors', 'auth'] as const;

const GROUPS = ['none', 'pages', 'alike'] as const;

const PANELS = ['search', 'statistics', 'common'] as const;

/** The one box, what it means in words, how much of the capture is left, and how the table is laid out. */
export const FilterBar = memo(FilterBarOf, sameFor('id', 'question', 'view', 'index'));

function FilterBarOf({ tab }: { readonly tab: CaptureTab }) {
  const words = useWords();
  const { filter, group, joined } = tab.question;
  const share = tab.view?.share ?? 1;
  return (
    <div className={classes.bar}>
      <Group gap="xs" wrap="nowrap" className="no-print">
        <FilterBox tab={tab} />
        <SavedFilters tab={tab} />
        <QuickMarks id={tab.id} terms={filter} />
        <ColumnMenu />
        <GroupMenu id={tab.id} group={group} joined={joined} />
        <PanelButtons />
      </Group>
      <div className={classes.conditions}>
        <Text size="xs" c="dimmed" flex="none" aria-live="polite" data-shown>
          {words.filter.shown(countText(requestCount(tab)), countText(tab.index?.length ?? 0))}
        </Text>
        <FilterChips tab={tab} />
      </div>
      {share < 1 && (
        <Progress
          className={classes.progress}
          value={100 * share}
          size={3}
          aria-label={words.bench.filter.looking}
        />
      )}
    </div>
  );
}

/** The marks that are looked for most, each a click away. */
function QuickMarks({ id, terms }: { readonly id: number; readonly terms: string }) {
  const { filter } = useWords();
  const ask = useOpenCaptures((state) => state.ask);
  const typed = terms.split(/\s+/).filter((one) => one !== '');
  const toggle = (term: string): void => {
    const rest = typed.filter((one) => one !== term);
    void ask(id, { filter: (rest.length < typed.length ? rest : [...typed, term]).join(' ') });
  };
  return QUICK.map((mark) => {
    const isOn = typed.includes(`is:${mark}`);
    return (
      <Button
        key={mark}
        size="compact-xs"
        variant={isOn ? 'filled' : 'default'}
        aria-pressed={isOn}
        flex="none"
        onClick={() => toggle(`is:${mark}`)}
      >
        {filter.quick[mark]}
      </Button>
    );
  });
}

interface GroupMenuProps {
  readonly id: number;
  readonly group: (typeof GROUPS)[number];
  readonly joined: boolean;
}

/** How rows are put together. */
const GroupMenu = memo(function GroupMenu({ id, group, joined }: GroupMenuProps) {
  const { bench } = useWords();
  const ask = useOpenCaptures((state) => state.ask);
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Button size="compact-xs" variant="default" flex="none">
          {bench.filter.group} ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {GROUPS.map((kind) => (
          <Menu.RadioItem
            key={kind}
            fz="sm"
            value={kind}
            checked={group === kind}
            onChange={() => void ask(id, { group: kind })}
          >
            {bench.filter.groups[kind]}
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        <Menu.CheckboxItem fz="sm" checked={joined} onChange={() => void ask(id, { joined: !joined })}>
          {bench.filter.joined}
        </Menu.CheckboxItem>
      </Menu.Dropdown>
    </Menu>
  );
});

/** What can stand beside the table. */
const PanelButtons = memo(function PanelButtons() {
  const { bench } = useWords();
  const { panel, set } = usePreferences();
  return PANELS.map((name) => (
    <Button
      key={name}
      size="compact-xs"
      variant={panel === name ? 'filled' : 'default'}
      aria-pressed={panel === name}
      flex="none"
      onClick={() => set({ panel: panel === name ? undefined : name })}
    >
      {bench.panels[name]}
    </Button>
  ));
});

/** Filters that were kept, the latest first. */
function SavedFilters({ tab }: { readonly tab: CaptureTab }) {
  const { bench } = useWords();
  const ask = useOpenCaptures((state) => state.ask);
  const { savedFilters, set } = usePreferences();
  const { filter } = tab.question;
  const isSaved = savedFilters.includes(filter);
  const others = savedFilters.filter((one) => one !== filter);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size="sm" aria-label={bench.filter.saved} title={bench.filter.saved}>
          {isSaved ? '★' : '☆'}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown maw={480}>
        <Menu.Item
          fz="sm"
          disabled={filter.trim() === ''}
          onClick={() => set({ savedFilters: isSaved ? others : [filter, ...others] })}
        >
          {isSaved ? bench.filter.forget : bench.filter.save}
        </Menu.Item>
        {savedFilters.length > 0 && <Menu.Divider />}
        {savedFilters.map((saved) => (
          <Menu.Item key={saved} fz="sm" ff="monospace" onClick={() => void ask(tab.id, { filter: saved })}>
            {saved}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
