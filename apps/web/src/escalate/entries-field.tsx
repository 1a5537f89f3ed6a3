import { Button, Group, NativeSelect, Pill, Text } from '@mantine/core';
import type { CaptureTab } from '../captures/open-captures.ts';
import { indexCell } from '../table/columns/index-cell.ts';
import { useWords } from '../words/use-words.ts';
import { toggleEntry } from './draft.ts';
import type { FieldProps } from './escalate-page.tsx';

/** Which request shows the trouble, and which others go along. */
export function EntriesField({ tab, draft, change }: FieldProps & { readonly tab: CaptureTab }) {
  const { escalate: words } = useWords();
  const { entries, errorEntry } = draft;
  const { selected, analysis } = tab;
  const choices = new Set([
    ...(analysis?.findings.flatMap((finding) => finding.entries.slice(0, 3)) ?? []),
    ...(analysis?.failedEntries.slice(0, 50) ?? []),
    ...(selected === undefined ? [] : [selected]),
    ...entries,
    ...(errorEntry === undefined ? [] : [errorEntry]),
  ]);
  const canAdd = selected !== undefined && !entries.includes(selected);
  return (
    <>
      <NativeSelect
        label={words.errorEntry}
        mt="xs"
        value={errorEntry ?? ''}
        onChange={({ currentTarget: { value } }) =>
          change({ errorEntry: value === '' ? undefined : Number(value) })
        }
        data={[
          { value: '', label: words.noEntry },
          ...[...choices]
            .sort((a, b) => a - b)
            .map((row) => ({ value: String(row), label: entryText(tab, row) })),
        ]}
      />
      <Text size="sm" fw={500} mt="xs">
        {words.entries}
      </Text>
      <Text size="xs" c="dimmed">
        {words.entriesHint}
      </Text>
      <Group gap={6} mt={4}>
        {entries.map((row) => (
          <Pill
            key={row}
            withRemoveButton
            removeButtonProps={{
              'aria-label': words.remove(`#${row}`),
              'aria-hidden': false,
              tabIndex: 0,
            }}
            onRemove={() => change({ entries: entries.filter((one) => one !== row) })}
          >
            {entryText(tab, row)}
          </Pill>
        ))}
        <Button size="compact-xs" variant="default" disabled={!canAdd} onClick={() => toggleEntry(tab)}>
          {words.addChosen}
          {selected !== undefined && ` #${selected}`}
        </Button>
      </Group>
    </>
  );
}

/** `#13 PATCH api.example.test 502`: what the index knows, and nothing that is masked. */
function entryText({ index }: CaptureTab, row: number): string {
  if (index === undefined || row >= index.length) return `#${row}`;
  return [`#${row}`, ...(['method', 'host', 'code'] as const).map((cell) => indexCell(index, row, cell))]
    .filter((part) => part !== '')
    .join(' ');
}
