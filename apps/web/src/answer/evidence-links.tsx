import type { Evidence, Finding } from '@harrier/analyze';
import { Button, Group, Text } from '@mantine/core';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { useWords } from '../words/use-words.ts';

const MAX_LINKS = 6;

/** Where a finding is seen: each a link to the request, its tab and the field. */
export function EvidenceLinks({ tab, finding }: { readonly tab: CaptureTab; readonly finding: Finding }) {
  const { answer, knowledge } = useWords();
  const select = useOpenCaptures((state) => state.select);
  if (finding.evidence.length === 0) return null;
  return (
    <Group gap={4}>
      <Text size="sm">{answer.evidence}</Text>
      {finding.evidence.slice(0, MAX_LINKS).map((evidence) => (
        <Button
          key={`${evidence.entry}${evidence.pointer}${evidence.bodyPointer ?? ''}`}
          size="compact-xs"
          variant="light"
          title={knowledge.terms.evidenceRole[evidence.role]}
          onClick={() => select(tab.id, evidence.entry, evidence)}
        >
          {placeText(evidence)}
        </Button>
      ))}
    </Group>
  );
}

/** `#4 response › status`: keys of JSON, so never translated. */
export function placeText({ entry, pointer, bodyPointer = '' }: Evidence): string {
  const names = `${pointer}${bodyPointer}`
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    .filter((name) => name !== 'content' && name !== 'text');
  return `#${entry} ${names.join(' › ')}`;
}
