import { LOG_LEVELS, type LogLevel, type StoredRecord } from '@harrier/logs/for-pages';
import { Button, NativeSelect, Popover, Stack, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useWords } from '../../words/use-words.ts';
import type { LineFilter } from './line-filter.ts';
import { shownText } from './shown-text.ts';

interface LineFiltersProps {
  readonly records: readonly StoredRecord[];
  readonly filter: LineFilter;
  readonly onChange: (filter: LineFilter) => void;
}

/** Narrows the lines by text, level, source and time. */
export function LineFilters({ records, filter, onChange }: LineFiltersProps) {
  const {
    logs: { lines },
  } = useWords();
  const sources = useMemo(() => [...new Set(records.map(({ source }) => source))].sort(), [records]);
  const isNarrowed = filter.source !== '' || filter.from !== '' || filter.until !== '';
  return (
    <>
      <TextInput
        size="xs"
        w={110}
        aria-label={lines.filter}
        placeholder={lines.filter}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        w={140}
        aria-label={lines.level}
        value={filter.level}
        onChange={(event) => onChange({ ...filter, level: event.currentTarget.value as LogLevel | '' })}
        data={[
          { value: '', label: lines.anyLevel },
          ...LOG_LEVELS.map((value) => ({ value, label: lines.levelFrom(value) })),
        ]}
      />
      <Popover position="bottom-end" withArrow>
        <Popover.Target>
          <Button size="xs" variant={isNarrowed ? 'light' : 'default'} aria-pressed={isNarrowed}>
            {lines.more} ▾
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="xs">
            {sources.length > 1 && (
              <NativeSelect
                size="xs"
                label={lines.source}
                value={filter.source}
                onChange={(event) => onChange({ ...filter, source: event.currentTarget.value })}
                data={[
                  { value: '', label: lines.anySource },
                  ...sources.map((value) => ({ value, label: shownText(value) })),
                ]}
              />
            )}
            {(['from', 'until'] as const).map((edge) => (
              <TextInput
                key={edge}
                size="xs"
                label={lines[edge]}
                placeholder="09:30:06.5"
                value={filter[edge]}
                onChange={(event) => onChange({ ...filter, [edge]: event.currentTarget.value })}
              />
            ))}
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
