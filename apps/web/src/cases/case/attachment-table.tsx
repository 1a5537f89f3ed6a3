import { auditHeadIn } from '@harrier/escalate';
import { Badge, Button, Group, Table, Text, Title } from '@mantine/core';
import { byteText } from '../../captures/quantity.ts';
import type { Problem } from '../api/problem.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useDeed } from '../api/use-deed.ts';
import { Digest } from '../frame/digest.tsx';
import { usePersonName } from '../frame/person-name.tsx';
import { When } from '../frame/when.tsx';
import { useCaseWords } from '../words/use-case-words.ts';
import { CaptureFindings } from './capture-findings.tsx';
import { contentUrl, openInWorkbench } from './open-in-workbench.ts';
import classes from './steps.module.css';
import type { CaseAttachment, CaseNote, Intake } from './support-case.ts';

interface AttachmentTableProps {
  readonly caseName: string;
  readonly attachments: readonly CaseAttachment[];
  readonly intakes: readonly Intake[];
  readonly notes: readonly CaseNote[];
  readonly problem: Problem | undefined;
}

/** Every file that is or was attached, and what it is: our clean copy, a sealed original, something else. */
export function AttachmentTable({ caseName, attachments, intakes, notes, problem }: AttachmentTableProps) {
  const { page: words, visibility } = useCaseWords();
  const nameOf = usePersonName();
  const deed = useDeed();
  if (attachments.length === 0) return <ProblemAlert problem={problem} />;
  return (
    <section aria-labelledby="attachments">
      <Title order={2} size="h5" id="attachments">
        {words.attachments}
      </Title>
      <ProblemAlert problem={problem ?? deed.problem} />
      <Table fz="sm" verticalSpacing={3} mb="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.file}</Table.Th>
            <Table.Th ta="right">{words.size}</Table.Th>
            <Table.Th>SHA-256</Table.Th>
            <Table.Th>{words.by}</Table.Th>
            <Table.Th aria-label={words.actions} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {attachments.map((one) => {
            const intake = intakeOf(one, intakes);
            return (
              <Table.Tr key={one.id} className={one.removedMs === null ? '' : (classes.removed ?? '')}>
                <Table.Td w="100%" style={{ overflowWrap: 'anywhere' }}>
                  <span className={one.removedMs === null ? '' : classes.gone}>{one.name}</span>
                  <Kind attachment={one} intakes={intakes} />
                  {one.visibility === 'private' && <Tag text={visibility.private} />}
                  {intake?.state === 'skipped' && <CaptureFindings findings={intake.facts.findings} />}
                </Table.Td>
                <Table.Td ta="right" className={classes.line ?? ''}>
                  {byteText(one.sizeBytes)}
                </Table.Td>
                <Table.Td className={classes.line ?? ''}>
                  <Digest value={one.sha256} label="SHA-256" chars={8} />
                </Table.Td>
                <Table.Td className={classes.line ?? ''}>
                  {nameOf(one.createdBy)} · <When ms={one.createdMs} />
                </Table.Td>
                <Table.Td>
                  {one.removedMs === null ? (
                    <Group gap={6} wrap="nowrap" justify="end">
                      {intake !== undefined && (
                        <Button
                          size="compact-xs"
                          variant="default"
                          aria-label={`${words.open}: ${one.name}`}
                          onClick={() =>
                            void deed.run(
                              async () =>
                                await openInWorkbench(contentUrl(one.id), one.name, {
                                  caseName,
                                  audit: auditHeadIn(notes, intake.mark),
                                }),
                            )
                          }
                        >
                          {words.open}
                        </Button>
                      )}
                      <Button
                        component="a"
                        size="compact-xs"
                        variant="default"
                        href={contentUrl(one.id)}
                        download={one.name}
                        aria-label={`${words.download}: ${one.name}`}
                      >
                        {words.download}
                      </Button>
                    </Group>
                  ) : (
                    <Text size="xs" ta="right">
                      {words.removed}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function Kind({ attachment, intakes }: { attachment: CaseAttachment; intakes: readonly Intake[] }) {
  const { page: words, intake: intakeWords } = useCaseWords();
  const badge = (text: string) => <Tag text={text} />;
  for (const { facts, attachment: original, state } of intakes) {
    if (facts.clean?.attachment?.id === attachment.id) return badge(words.kinds.clean);
    if (facts.sealed?.attachment?.id === attachment.id) return badge(words.kinds.sealed);
    if (original.id !== attachment.id) continue;
    if (facts.skipped === 'own-file') continue;
    if (facts.skipped !== undefined) return badge(intakeWords.skipped[facts.skipped]);
    if (state !== 'running' || facts.original !== undefined) return badge(words.kinds.original);
  }
  return null;
}

function Tag({ text }: { readonly text: string }) {
  return (
    <Badge size="sm" variant="default" tt="none" ml={6} style={{ flex: 'none' }}>
      {text}
    </Badge>
  );
}

/** Of a capture that can be looked at here, which is clean; an original is left alone: it is about to be sealed and to go. */
function intakeOf({ id }: CaseAttachment, intakes: readonly Intake[]): Intake | undefined {
  return intakes.find(
    ({ facts, attachment }) =>
      facts.clean?.attachment?.id === id || (attachment.id === id && facts.skipped === 'already-clean'),
  );
}
