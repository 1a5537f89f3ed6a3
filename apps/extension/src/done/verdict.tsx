import { tellFinding } from '@harrier/knowledge';
import { type CaptureTab, useWords } from '@harrier/web/recording-page';
import { Badge, Button, CopyButton, Group, Text } from '@mantine/core';
import type { ExtensionWords } from '../words/extension-words.ts';
import classes from './done.module.css';

interface VerdictProps {
  readonly tab: CaptureTab;
  readonly words: ExtensionWords['done'];
}

/** What failed, what to do next, and the id to search, as the workbench says it; before anything about the file. */
export function Verdict({ tab, words }: VerdictProps) {
  const { knowledge } = useWords();
  const { analysis } = tab;
  if (analysis === undefined) return <Text c="dimmed">{words.looking}</Text>;
  const [first] = analysis.findings;
  if (first === undefined)
    return (
      <Text fw={600} size="lg">
        {analysis.summary.entries === 0
          ? knowledge.answers.nothingRead
          : knowledge.answers.nothingFailed(analysis.summary.entries, analysis.summary.slow)}
      </Text>
    );
  const told = tellFinding(first, knowledge);
  const [search] = analysis.trackingIds;
  return (
    <section className={classes.verdict} data-severity={first.severity}>
      <Group gap="xs" wrap="nowrap" align="start">
        <Badge color={colours[first.severity]} variant="filled" flex="none" mt={3}>
          {knowledge.terms.severity[first.severity]}
        </Badge>
        <Text fw={600} size="lg">
          {told.verdict}
        </Text>
      </Group>
      <Text>{told.explanation}</Text>
      <Text>
        <strong>{words.next}</strong> {told.nextStep}
      </Text>
      {search !== undefined && (
        <Group gap="xs">
          <Text c="dimmed">{words.searchFor}</Text>
          <code>{search.id}</code>
          <CopyButton value={search.id}>
            {({ copied, copy }) => (
              <Button size="compact-xs" variant="default" onClick={copy}>
                {copied ? words.copied : words.copy}
              </Button>
            )}
          </CopyButton>
        </Group>
      )}
    </section>
  );
}

/** White on these has a contrast above 4.5:1. */
const colours = { error: 'red.8', warning: 'orange.9', info: 'blue.8' } as const;
