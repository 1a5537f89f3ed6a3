import type { Exposure, SanitizePolicy } from '@harrier/sanitize';
import { Switch, Table } from '@mantine/core';
import { countText } from '../captures/quantity.ts';
import type { CleanCapture } from '../engine/sanitize/find-and-replace.ts';
import { useWords } from '../words/use-words.ts';
import { KindName } from './kind-name.tsx';
import classes from './sanitize.module.css';

type Kind = NonNullable<SanitizePolicy['keepKinds']>[number];

/** Hosts that are named; the others are counted. */
const MAX_HOSTS = 4;

interface FoundTableProps {
  readonly result: CleanCapture;
  readonly kept: ReadonlySet<Kind>;
  readonly onToggle: (kind: Kind) => void;
}

/** What was found, by kind and host, with how to make it worthless; each kind has a switch. No values. */
export function FoundTable({ result, kept, onToggle }: FoundTableProps) {
  const { sanitize: words, knowledge } = useWords();
  const kinds = new Set<Kind>([...result.groups.map(({ kind }) => kind), ...kept]);
  if (kinds.size === 0) return null;
  return (
    <Table.ScrollContainer minWidth={760} mah={360}>
      <Table fz="sm" verticalSpacing={3} stickyHeader className={classes.found}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.remove}</Table.Th>
            <Table.Th>{words.kind}</Table.Th>
            <Table.Th ta="right">{words.credentials}</Table.Th>
            <Table.Th ta="right">{words.places}</Table.Th>
            <Table.Th>{words.hosts}</Table.Th>
            <Table.Th>{words.until}</Table.Th>
            <Table.Th>{words.revoke}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...kinds].sort().map((kind) => {
            const groups = result.groups.filter((group) => group.kind === kind);
            const exposures = result.report.exposures.filter((exposure) => exposure.kind === kind);
            const hosts = groups.filter(({ host }) => host !== '').sort((a, b) => b.places - a.places);
            const revocation = exposures[0]?.revocation;
            return (
              <Table.Tr key={kind}>
                <Table.Td>
                  <Switch
                    size="xs"
                    aria-label={words.removeKind(words.kinds[kind])}
                    checked={!kept.has(kind)}
                    onChange={() => onToggle(kind)}
                  />
                </Table.Td>
                <Table.Td>
                  <KindName kind={kind} />
                </Table.Td>
                <Table.Td ta="right">{countText(exposures.length)}</Table.Td>
                <Table.Td ta="right">
                  {countText(groups.reduce((sum, { places }) => sum + places, 0))}
                </Table.Td>
                <Table.Td>
                  {hosts
                    .slice(0, MAX_HOSTS)
                    .map(({ host, places }) => `${host} (${countText(places)})`)
                    .join(', ')}
                  {hosts.length > MAX_HOSTS && ` … +${hosts.length - MAX_HOSTS}`}
                </Table.Td>
                <Table.Td className={classes.whole}>{latest(exposures)}</Table.Td>
                <Table.Td>{revocation === undefined ? '' : knowledge.revocations[revocation]}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** The latest end of validity, by the minute. */
function latest(exposures: readonly Exposure[]): string {
  const ends = exposures.flatMap(({ validUntil }) => validUntil ?? []).sort();
  return ends.at(-1)?.slice(0, 16).replace('T', ' ') ?? '';
}
