import { Button, Center, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useOpenCaptures } from '../captures/open-captures.ts';
import type { PageActions } from '../commands/command-table.ts';
import { prepareEngine } from '../engine/connect-engine.ts';
import { useWords } from '../words/use-words.ts';
import { exampleCapture } from './example-capture.ts';

/** What is seen while nothing is open: what to drop, and an example. */
export function StartScreen({ page }: { readonly page: PageActions }) {
  const words = useWords();
  const open = useOpenCaptures((state) => state.open);
  useEffect(prepareEngine, []);
  const openExample = async (): Promise<void> => await open(await exampleCapture());
  return (
    <Center component="main" flex={1}>
      <Stack align="center" gap="md">
        <Title order={1} size="h2">
          {words.start.drop}
        </Title>
        <Group>
          <Button onClick={page.chooseFiles}>{words.start.choose}</Button>
          <Button variant="default" onClick={() => void openExample()}>
            {words.start.example}
          </Button>
        </Group>
        <Text c="dimmed">{words.start.private}</Text>
        <Text c="dimmed" size="sm" maw={560} ta="center">
          {words.bench.open.record}
        </Text>
      </Stack>
    </Center>
  );
}
