import { Table, Text, Title } from '@mantine/core';
import { byteText } from '../../captures/quantity.ts';
import { useWords } from '../../words/use-words.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useAnswer } from '../api/use-answer.ts';
import { type Intake, staysInCase } from '../case/support-case.ts';
import classes from '../case-area.module.css';
import { Digest } from '../frame/digest.tsx';
import { When } from '../frame/when.tsx';
import { linkTo } from '../place/use-case-place.ts';
import { useCaseWords } from '../words/use-case-words.ts';

/** The latest; all of them stand in the audit log. */
const MOST = 50;

/** Sealed originals that retention has deleted. Nothing where there is none. */
export function DestroyedOriginals() {
  const { vault } = useCaseWords();
  const { destroyed: words } = vault;
  const { note } = useWords().knowledge.cases;
  const found = useAnswer<readonly Intake[]>(`/api/intakes?destroyed=true&limit=${MOST}`);
  if (found.value === undefined || found.value.length === 0) return <ProblemAlert problem={found.problem} />;
  return (
    <section aria-labelledby="destroyed">
      <Title order={2} size="h5" id="destroyed">
        {words.title}
      </Title>
      <Text size="sm" c="dimmed" mb={4} maw={900}>
        {words.meaning}
      </Text>
      <Table fz="sm" verticalSpacing={5} mb="lg">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.file}</Table.Th>
            <Table.Th>{words.sealed}</Table.Th>
            <Table.Th>SHA-256</Table.Th>
            <Table.Th>{words.keys}</Table.Th>
            <Table.Th>{words.when}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {found.value.flatMap(({ id, attachment, facts: { destroyed } }) =>
            destroyed === undefined ? (
              []
            ) : (
              <Table.Tr key={id}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <a className={classes.link} {...linkTo({ page: 'case', id: attachment.caseRef })}>
                    {attachment.name}
                  </a>
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <s>{destroyed.name}</s> · {byteText(destroyed.sizeBytes)}
                  {staysInCase(destroyed.removal) && (
                    <Text size="xs" c="dimmed">
                      {note.removal[destroyed.removal]}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <Digest value={destroyed.sha256} label="SHA-256" chars={8} />
                </Table.Td>
                <Table.Td>
                  <span className={classes.mono}>{destroyed.keyIds.join(' ')}</span>
                </Table.Td>
                <Table.Td>
                  <When ms={destroyed.atMs} />
                </Table.Td>
              </Table.Tr>
            ),
          )}
        </Table.Tbody>
      </Table>
    </section>
  );
}
