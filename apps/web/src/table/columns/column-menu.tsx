import {
  ActionIcon,
  Button,
  Divider,
  Group,
  Popover,
  ScrollArea,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { memo, useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import { useColumns } from './column-set.ts';
import { builtInColumns, type ColumnId, type CustomColumn, offeredHeaders } from './column-table.ts';
import { columnTitle } from './column-title.ts';

const SIDES = ['req.header', 'res.header', 'json', 'req.json'] as const;

/** Which columns there are: built-in ones, any header, any place of a JSON body; and sets that were given a name. */
export const ColumnMenu = memo(function ColumnMenu() {
  const words = useWords();
  const { columns: names } = words.bench;
  const choice = useColumns();
  const [side, setSide] = useState<(typeof SIDES)[number]>('res.header');
  const [name, setName] = useState('');
  const custom = [...new Set([...offeredHeaders, ...choice.columns.filter((id) => id.includes(':'))])];
  const add = (): void => {
    const id = `${side}:${name.trim()}` as CustomColumn;
    if (name.trim() !== '' && !choice.columns.includes(id)) choice.toggle(id);
    setName('');
  };
  return (
    <Popover position="bottom-end" withinPortal trapFocus width={340}>
      <Popover.Target>
        <Button size="compact-xs" variant="default">
          {names.button} ▾
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={6}>
          <ScrollArea.Autosize mah={320}>
            <ColumnCheck
              isOn={choice.waterfall}
              title={words.table.waterfall}
              onToggle={choice.toggleWaterfall}
            />
            {builtInColumns.map((id) => (
              <ColumnToggle key={id} id={id} />
            ))}
            <Divider my={4} />
            {custom.map((id) => (
              <ColumnToggle key={id} id={id as ColumnId} />
            ))}
          </ScrollArea.Autosize>
          <Text size="xs" fw={600}>
            {names.custom}
          </Text>
          <Group gap={4} wrap="nowrap">
            <select
              aria-label={names.where}
              value={side}
              onChange={(event) => setSide(event.currentTarget.value as (typeof SIDES)[number])}
            >
              {SIDES.map((one) => (
                <option key={one} value={one}>
                  {names.sides[one]}
                </option>
              ))}
            </select>
            <TextInput
              size="xs"
              flex={1}
              aria-label={names.name}
              placeholder={side.endsWith('json') ? '/items/0/id' : 'x-request-id'}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              onKeyDown={(event) => event.key === 'Enter' && add()}
            />
            <Button size="compact-sm" variant="default" onClick={add}>
              {names.add}
            </Button>
          </Group>
          <Divider />
          <ColumnSets />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
});

function ColumnToggle({ id }: { readonly id: ColumnId }) {
  const words = useWords();
  const { columns, toggle, step } = useColumns();
  const title = columnTitle(id, words);
  const at = columns.indexOf(id);
  const { left, right } = words.bench.columns;
  return (
    <Group gap={2} wrap="nowrap" mih={24}>
      <ColumnCheck isOn={at >= 0} title={title} onToggle={() => toggle(id)} />
      {at >= 0 && (
        <>
          <Step sign="◂" label={left(title)} disabled={at === 0} onClick={() => step(id, -1)} />
          <Step
            sign="▸"
            label={right(title)}
            disabled={at === columns.length - 1}
            onClick={() => step(id, 1)}
          />
        </>
      )}
    </Group>
  );
}

interface StepProps {
  readonly sign: string;
  readonly label: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
}

/** For whom dragging is no way. */
function Step({ sign, label, disabled, onClick }: StepProps) {
  return (
    <ActionIcon
      size={24}
      variant="subtle"
      color="gray"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {sign}
    </ActionIcon>
  );
}

interface ColumnCheckProps {
  readonly isOn: boolean;
  readonly title: string;
  readonly onToggle: () => void;
}

function ColumnCheck({ isOn, title, onToggle }: ColumnCheckProps) {
  return (
    <label style={{ display: 'flex', flex: 1, gap: 6 }}>
      <input type="checkbox" checked={isOn} onChange={onToggle} />
      {title}
    </label>
  );
}

function ColumnSets() {
  const { columns: names } = useWords().bench;
  const { saved, save, load, forget, reset } = useColumns();
  const [name, setName] = useState('');
  return (
    <Stack gap={4}>
      {Object.keys(saved).map((one) => (
        <Group key={one} gap={4} justify="space-between" wrap="nowrap">
          <Button size="compact-xs" variant="subtle" onClick={() => load(one)}>
            {one}
          </Button>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => forget(one)}>
            {names.forget}
          </Button>
        </Group>
      ))}
      <Group gap={4} wrap="nowrap">
        <TextInput
          size="xs"
          flex={1}
          aria-label={names.setName}
          placeholder={names.setName}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          size="compact-sm"
          variant="default"
          disabled={name.trim() === ''}
          onClick={() => {
            save(name.trim());
            setName('');
          }}
        >
          {names.save}
        </Button>
        <Button size="compact-sm" variant="default" onClick={reset}>
          {names.reset}
        </Button>
      </Group>
    </Stack>
  );
}
