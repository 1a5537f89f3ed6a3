import type { Evidence, Finding } from '@harrier/analyze';
import { Button, Group, Text } from '@mantine/core';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { useWords } from '../words/use-words.ts';
import { useFieldNames } from './field-names.ts';

const MAX_LINKS = 6;

/** Where a finding is seen: each a link to the request, its tab and the field. */
export function EvidenceLinks({ tab, finding }: { readonly tab: CaptureTab; readonly finding: Finding }) {
  const { answer, knowledge } = useWords();
  const select = useOpenCaptures((state) => state.select);
  const names = useFieldNames(tab, finding.evidence);
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
          #{evidence.entry} {placeText(evidence, names.get(`${evidence.entry}${evidence.pointer}`))}
        </Button>
      ))}
    </Group>
  );
}

/** `response › status`, `response › headers › retry-after`: keys of JSON and names of fields, so never translated. */
export function placeText({ pointer, bodyPointer = '' }: Evidence, field: string | undefined): string {
  const named = field === undefined ? pointer : pointer.replace(/\/\d+(?:\/value)?$/, `/${field}`);
  return `${named}${bodyPointer}`
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    .filter((name) => name !== 'content' && name !== 'text')
    .join(' › ');
}
