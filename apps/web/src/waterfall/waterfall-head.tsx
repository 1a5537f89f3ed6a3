import { Menu, UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import table from '../table/request-table.module.css';
import { useWords } from '../words/use-words.ts';
import { shownRows } from './export/shown-rows.ts';
import { MAX_PICTURED_ROWS, usePicture } from './export/use-picture.ts';

/** What DevTools sorts its waterfall by; the last two align the bars. */
const SORTS = ['start', 'responseStart', 'end', 'time', 'latency'] as const;

interface WaterfallHeadProps {
  readonly tab: CaptureTab;
  readonly width: number;
  readonly left: number;
}

/** The head of the waterfall: what it is sorted by, and its picture. */
export const WaterfallHead = memo(function WaterfallHead({ tab, width, left }: WaterfallHeadProps) {
  const { table: names, bench, details } = useWords();
  const save = usePicture(tab);
  const ask = useOpenCaptures((state) => state.ask);
  const { sort, descending } = tab.question;
  const current = SORTS.find((key) => key === sort);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the table is a grid of its own
    <div
      role="columnheader"
      tabIndex={-1}
      className={`${table.cell} ${table.waterfallHead}`}
      style={{ width, left }}
      aria-sort={current === undefined ? 'none' : descending ? 'descending' : 'ascending'}
    >
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <UnstyledButton className={table.sort} fz={13} fw={600}>
            {names.waterfall}
            {current === undefined ? '' : `: ${bench.waterfall.sorts[current]} ${descending ? '↓' : '↑'}`} ▾
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {SORTS.map((key) => (
            <Menu.RadioItem
              key={key}
              fz="sm"
              value={key}
              checked={key === current}
              closeMenuOnClick
              rightSection={key === current ? (descending ? '↓' : '↑') : undefined}
              onClick={() => void ask(tab.id, { sort: key, descending: sort === key && !descending })}
            >
              {bench.waterfall.sorts[key]}
            </Menu.RadioItem>
          ))}
          <Menu.Divider />
          {(['svg', 'png'] as const).map((form) => (
            <Menu.Item key={form} fz="sm" onClick={() => void save(form, shownRows(tab, MAX_PICTURED_ROWS))}>
              {details.saveWaterfall(form.toUpperCase())}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
});
