import { tellFinding } from '@harrier/knowledge';
import { Badge, Button, CopyButton, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { durationText } from '../captures/quantity.ts';
import { CompareButton } from '../compare/compare-button.tsx';
import { SanitizeButton } from '../sanitize/sanitize-button.tsx';
import { useWords } from '../words/use-words.ts';

/** More are one click away. */
const SHOWN_FINDINGS = 5;

/** The sentence that a support engineer would say, its evidence, and the id to search. */
export function Answer({ tab }: { readonly tab: CaptureTab }) {
  const words = useWords();
  const select = useOpenCaptures((state) => state.select);
  const { analysis } = tab;
  if (analysis === undefined) return null;
  const { summary, findings, trackingIds } = analysis;
  const [first, ...others] = findings;
  const told = first === undefined ? undefined : tellFinding(first, words.knowledge);
  const id = trackingIds[0]?.id;
  return (
    <Stack component="section" gap={4} px="sm" py="xs" aria-live="polite">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {[
            words.answer.requests(summary.entries),
            words.answer.failed(summary.failed),
            durationText(summary.spanMs),
          ].join(' · ')}
        </Text>
        <Group gap="xs">
          <CompareButton />
          <SanitizeButton tab={tab} />
        </Group>
      </Group>
      <Text size="lg" fw={600}>
        {told?.verdict ?? words.knowledge.answers.nothingFailed(summary.entries, summary.slow)}
      </Text>
      {told !== undefined && (
        <Text size="sm">
          {told.explanation} {told.nextStep}{' '}
          <Badge variant="light" color="gray" tt="none">
            {words.answer.whoCanFix}: {told.whoCanFix}
          </Badge>
        </Text>
      )}
      {id !== undefined && (
        <Group gap="xs">
          <Text size="sm">{words.answer.trackingId}</Text>
          <Text size="sm" ff="monospace">
            {id}
          </Text>
          <CopyButton value={id}>
            {({ copied, copy }) => (
              <Button size="compact-xs" variant="default" onClick={copy}>
                {copied ? words.answer.copied : words.answer.copy}
              </Button>
            )}
          </CopyButton>
        </Group>
      )}
      {others.slice(0, SHOWN_FINDINGS - 1).map((finding) => (
        <UnstyledButton key={finding.fingerprint} onClick={() => select(tab.id, finding.entries[0])} fz="sm">
          {tellFinding(finding, words.knowledge).verdict}
        </UnstyledButton>
      ))}
      {others.length >= SHOWN_FINDINGS && (
        <Text size="sm" c="dimmed">
          {words.answer.moreFindings(others.length - SHOWN_FINDINGS + 1)}
        </Text>
      )}
    </Stack>
  );
}
