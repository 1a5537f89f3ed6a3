import { ActionIcon, Button, Group, Textarea } from '@mantine/core';
import { useWords } from '../words/use-words.ts';
import type { FieldProps } from './escalate-page.tsx';

/** The steps to see the error again: drafted of what the capture shows, and a person's own once one is touched. */
export function StepsField({ draft, change, drafted }: FieldProps & { readonly drafted: readonly string[] }) {
  const { escalate: words } = useWords();
  const steps = draft.steps ?? drafted;
  const put = (next: readonly string[]): void => change({ steps: next });
  const move = (at: number, to: number): void => {
    const next = [...steps];
    const [step] = next.splice(at, 1);
    if (step !== undefined) next.splice(to, 0, step);
    put(next);
  };
  return (
    <>
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is what stands at its place
        <Group key={at} gap={4} wrap="nowrap" mb={4}>
          <span style={{ width: 20, textAlign: 'end' }}>{at + 1}.</span>
          <Textarea
            size="xs"
            autosize
            minRows={1}
            flex={1}
            aria-label={words.step(at + 1)}
            value={step}
            // A step is one line of the package, however many it takes here.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            onChange={({ currentTarget: { value } }) =>
              put(steps.map((one, place) => (place === at ? value.replace(/\s*\n\s*/g, ' ') : one)))
            }
          />
          <ActionIcon
            variant="default"
            aria-label={`${words.up}: ${words.step(at + 1)}`}
            disabled={at === 0}
            onClick={() => move(at, at - 1)}
          >
            ↑
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={`${words.down}: ${words.step(at + 1)}`}
            disabled={at === steps.length - 1}
            onClick={() => move(at, at + 1)}
          >
            ↓
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={words.remove(words.step(at + 1))}
            onClick={() => put(steps.filter((_, place) => place !== at))}
          >
            ✕
          </ActionIcon>
        </Group>
      ))}
      <Group gap="xs" mt={4}>
        <Button size="compact-xs" variant="default" onClick={() => put([...steps, ''])}>
          {words.addStep}
        </Button>
        {draft.steps !== undefined && (
          <Button size="compact-xs" variant="default" onClick={() => change({ steps: undefined })}>
            {words.draftAgain}
          </Button>
        )}
      </Group>
    </>
  );
}
