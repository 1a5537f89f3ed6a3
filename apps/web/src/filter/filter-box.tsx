import { Button, Group, Text, TextInput } from '@mantine/core';
import { type CaptureTab, rowCount, useOpenCaptures } from '../captures/open-captures.ts';
import { countText } from '../captures/quantity.ts';
import { useWords } from '../words/use-words.ts';

/** Terms that are one click away. */
const QUICK = ['failed', 'slow', 'cors', 'auth'] as const;

export const FILTER_BOX = 'filter-box';

/** The one box for filtering and searching, and how much of the capture is left. */
export function FilterBox({ tab }: { readonly tab: CaptureTab }) {
  const words = useWords();
  const ask = useOpenCaptures((state) => state.ask);
  const { filter } = tab.question;
  const problem = tab.problems[0];
  const toggle = (term: string): void => {
    const has = filter.split(/\s+/).includes(term);
    const rest = filter.replace(new RegExp(`(?:^|\\s+)${term}(?=\\s|$)`), '').trim();
    void ask(tab.id, { filter: has ? rest : `${filter} ${term}`.trim() });
  };
  return (
    <Group px="sm" py={6} gap="xs" wrap="nowrap">
      <TextInput
        id={FILTER_BOX}
        flex={1}
        size="xs"
        ff="monospace"
        aria-label={words.filter.label}
        placeholder={words.filter.placeholder}
        value={filter}
        error={problem !== undefined && problem.severity === 'error'}
        onChange={(event) => void ask(tab.id, { filter: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      {QUICK.map((mark) => (
        <Button
          key={mark}
          size="compact-xs"
          variant={filter.split(/\s+/).includes(`is:${mark}`) ? 'filled' : 'default'}
          onClick={() => toggle(`is:${mark}`)}
        >
          {words.filter.quick[mark]}
        </Button>
      ))}
      <Text size="sm" c="dimmed" miw={110} ta="right">
        {words.filter.shown(countText(rowCount(tab)), countText(tab.index?.length ?? 0))}
      </Text>
    </Group>
  );
}
