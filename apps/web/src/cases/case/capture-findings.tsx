import { tellFinding } from '@harrier/knowledge';
import { Text } from '@mantine/core';
import { useWords } from '../../words/use-words.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import classes from './capture-findings.module.css';
import type { CaptureFinding } from './support-case.ts';

/** What a clean capture shows, in the reader's language: the sentences that the workbench begins with. */
export function CaptureFindings({
  findings = [],
}: {
  readonly findings?: readonly CaptureFinding[] | undefined;
}) {
  const { intake: words } = useCaseWords();
  const { knowledge } = useWords();
  if (findings.length === 0) return null;
  return (
    <ul className={classes.findings} aria-label={words.findings}>
      {findings.map((finding) => (
        <li key={`${finding.ruleId} ${finding.entries.join()}`} data-rule={finding.ruleId}>
          <Text size="sm" span style={{ overflowWrap: 'anywhere' }}>
            <span aria-hidden>{finding.severity === 'error' ? '✕ ' : '▲ '}</span>
            {tellFinding(finding, knowledge).verdict}
          </Text>
        </li>
      ))}
    </ul>
  );
}
