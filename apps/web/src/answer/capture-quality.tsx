import { Button, Group, Text } from '@mantine/core';
import type { CaptureTab } from '../captures/open-captures.ts';
import { countedText } from '../captures/quantity.ts';
import { usePreferences } from '../frame/preferences.ts';
import { listed, sentences } from '../words/sentences.ts';
import { useWords } from '../words/use-words.ts';
import classes from './answer.module.css';

/** What the capture itself lacks: damage, checks that could not be made, requests that were not looked at. */
export function CaptureQuality({ tab }: { readonly tab: CaptureTab }) {
  const words = useWords();
  const set = usePreferences((state) => state.set);
  const { analysis, opened } = tab;
  const notes = opened?.notes.length ?? 0;
  const remarks: string[] = [];
  if (analysis !== undefined) {
    const { answers, terms } = words.knowledge;
    if (analysis.leftClosed > 0) remarks.push(countedText(analysis.leftClosed, answers.leftClosed));
    const missing = new Set(
      analysis.notObservable.filter(({ effect }) => effect === 'silent').map(({ evidence }) => evidence),
    );
    if (missing.size > 0)
      remarks.push(words.bench.answer.lacks(listed([...missing].map((kind) => terms.evidence[kind]))));
    if (analysis.summary.sanitizedBy !== undefined) remarks.push(words.bench.answer.sanitized);
  }
  if (notes === 0 && remarks.length === 0) return null;
  return (
    <Group gap="sm" role="status">
      {notes > 0 && (
        <Button size="compact-xs" variant="default" onClick={() => set({ panel: 'notes' })}>
          {words.bench.answer.notes(notes)}
        </Button>
      )}
      <Text size="xs" c="dimmed" className={classes.explanation}>
        {sentences(...remarks)}
      </Text>
    </Group>
  );
}
