import type { Exposure } from '@harrier/sanitize';
import { Table, Text } from '@mantine/core';
import { KindName } from '../../sanitize/kind-name.tsx';
import { useWords } from '../../words/use-words.ts';
import { useCaseWords } from '../words/use-case-words.ts';

/** Lines that a person reads; the clean copy's report has them all. */
const MOST = 100;

/** Which credentials were in a file, where they are good for something, and how to end that. No values. */
export function ExposureTable({ exposures }: { readonly exposures: readonly Exposure[] }) {
  const { upload: words } = useCaseWords();
  const { knowledge } = useWords();
  if (exposures.length === 0) return null;
  return (
    <>
      <Text size="sm" my="xs">
        {words.inventory}
      </Text>
      <Table.ScrollContainer minWidth={640} mah="60vh" mb="sm">
        <Table fz="sm" verticalSpacing={3} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.kind}</Table.Th>
              <Table.Th>{words.host}</Table.Th>
              <Table.Th>{words.until}</Table.Th>
              <Table.Th>{words.revoke}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {exposures.slice(0, MOST).map(({ kind, fingerprint, hosts, validUntil, revocation }) => (
              <Table.Tr key={fingerprint}>
                <Table.Td>
                  <KindName kind={kind} />
                </Table.Td>
                <Table.Td miw={170} style={{ overflowWrap: 'anywhere' }}>
                  {hosts.join(', ')}
                </Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  {validUntil?.slice(0, 16).replace('T', ' ')}
                </Table.Td>
                <Table.Td>{knowledge.revocations[revocation]}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {exposures.length > MOST && <Text size="sm">… +{exposures.length - MOST}</Text>}
    </>
  );
}
