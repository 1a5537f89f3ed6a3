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

/** The one box, what it means in words, how much of the capture is left, and how the table is laid out. */
export const FilterBar = memo(FilterBarOf, sameFor('id', 'question', 'view', 'index'));

function FilterBarOf({ tab }: { readonly tab: CaptureTab }) {
  const words = useWords();
  const ask = useOpenCaptures((state) => state.ask);
  const { panel, set } = usePreferences();
  const { filter, group, joined } = tab.question;
  const toggle = (term: string): void => {
    const terms = filter.split(/\s+/).filter((one) => one !== '');
    const rest = terms.filter((one) => one !== term);
    void ask(tab.id, { filter: (rest.length < terms.length ? rest : [...terms, term]).join(' ') });
  };
  const share = tab.view?.share ?? 1;
  return (
    <div className={classes.bar}>
      <Group gap="xs" wrap="nowrap" className="no-print">
        <FilterBox tab={tab} />
        <SavedFilters tab={tab} />
        {QUICK.map((mark) => (
          <Button
            key={mark}
            size="compact-xs"
            variant={filter.split(/\s+/).includes(`is:${mark}`) ? 'filled' : 'default'}
            aria-pressed={filter.split(/\s+/).includes(`is:${mark}`)}
            onClick={() => toggle(`is:${mark}`)}
          >
            {words.filter.quick[mark]}
          </Button>
        ))}
        <Text size="sm" c="dimmed" miw={110} ta="right" aria-live="polite" data-shown>
          {words.filter.shown(countText(requestCount(tab)), countText(tab.index?.length ?? 0))}
        </Text>
        <ColumnMenu />
        <Menu position="bottom-end" closeOnItemClick={false}>
          <Menu.Target>
            <Button size="compact-xs" variant="default">
              {words.bench.filter.group} ▾
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {GROUPS.map((kind) => (
              <Menu.Item key={kind} fz="sm" onClick={() => void ask(tab.id, { group: kind })}>
                {group === kind ? '● ' : '○ '}
                {words.bench.filter.groups[kind]}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item fz="sm" onClick={() => void ask(tab.id, { joined: !joined })}>
              {joined ? '☑ ' : '☐ '}
              {words.bench.filter.joined}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {(['search', 'statistics', 'common'] as const).map((name) => (
          <Button
            key={name}
            size="compact-xs"
            variant={panel === name ? 'filled' : 'default'}
            aria-pressed={panel === name}
            onClick={() => set({ panel: panel === name ? undefined : name })}
          >
            {words.bench.panels[name]}
          </Button>
        ))}
      </Group>
      {share < 1 && <Progress value={100 * share} size="xs" aria-label={words.bench.filter.looking} />}
      <FilterChips tab={tab} />
    </div>
  );
}

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
