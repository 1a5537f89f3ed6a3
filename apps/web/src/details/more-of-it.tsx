import { Button, Group, Text } from '@mantine/core';
import { useWords } from '../words/use-words.ts';

/** Says that only the beginning is shown, and reads on when it is asked to. Nothing where all of it is there. */
export function MoreOfIt({ more }: { readonly more: (() => void) | undefined }) {
  const { details } = useWords();
  if (more === undefined) return null;
  return (
    <Group gap="xs" mb={4}>
      <Text c="dimmed" size="sm">
        {details.cut}
      </Text>
      <Button size="compact-xs" variant="default" onClick={more}>
        {details.more}
      </Button>
    </Group>
  );
}
