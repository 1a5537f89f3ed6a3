import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import { useWords } from '../words/use-words.ts';
import type { FieldProps } from './escalate-page.tsx';

/** What the capture does not know of the place where it happened: operating system, network, version of a client. */
export function EnvironmentField({ draft: { environment }, change }: FieldProps) {
  const { escalate: words } = useWords();
  const put = (at: number, name: string, value: string): void =>
    change({ environment: environment.map((fact, place) => (place === at ? [name, value] : fact)) });
  return (
    <>
      {environment.map(([name, value], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fact is what stands at its place
        <Group key={at} gap={4} wrap="nowrap" mb={4}>
          <TextInput
            size="xs"
            w={200}
            aria-label={`${words.factName} ${at + 1}`}
            placeholder={words.factName}
            value={name}
            onChange={(event) => put(at, event.currentTarget.value, value)}
          />
          <TextInput
            size="xs"
            flex={1}
            aria-label={`${words.factValue} ${at + 1}`}
            placeholder={words.factValue}
            value={value}
            onChange={(event) => put(at, name, event.currentTarget.value)}
          />
          <ActionIcon
            variant="default"
            aria-label={words.remove(`${words.factName} ${at + 1}`)}
            onClick={() => change({ environment: environment.filter((_, place) => place !== at) })}
          >
            ✕
          </ActionIcon>
        </Group>
      ))}
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => change({ environment: [...environment, ['', '']] })}
      >
        {words.addFact}
      </Button>
    </>
  );
}
