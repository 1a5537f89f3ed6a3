import { phaseBreakdown } from '@harrier/har';
import { Table, Text } from '@mantine/core';
import { durationText } from '../captures/quantity.ts';
import { usePhaseColours } from '../waterfall/phase-colours.ts';
import { useWords } from '../words/use-words.ts';
import classes from './details.module.css';
import type { TabProps } from './details.tsx';

/** The phases on one axis; they and what no phase accounts for add up to the whole time, always. */
export function TimingTab({ entry }: TabProps) {
  const { details, knowledge } = useWords();
  const colours = usePhaseColours();
  const { spans, timeMs, servedFromMemory, pending, failedIn } = phaseBreakdown(entry);
  if (spans.length === 0) return <Text c="dimmed">{details.noTiming}</Text>;
  return (
    <>
      {pending && <Text>{details.pending}</Text>}
      {servedFromMemory && <Text>{details.fromMemory}</Text>}
      <Table withRowBorders={false} verticalSpacing={2}>
        <Table.Tbody>
          {spans.map(({ phase, startMs, endMs, within }) => (
            <Table.Tr key={phase}>
              <Table.Td w={260} pl={within === undefined ? 0 : 'lg'}>
                {knowledge.terms.phase[phase]}
                {failedIn === phase && ' ✕'}
              </Table.Td>
              <Table.Td>
                <div className={classes.bar}>
                  <div
                    style={{
                      left: `${timeMs === 0 ? 0 : (100 * startMs) / timeMs}%`,
                      width: `${timeMs === 0 ? 0 : (100 * (endMs - startMs)) / timeMs}%`,
                      background: colours[phase],
                    }}
                  />
                </div>
              </Table.Td>
              <Table.Td w={100} ta="right">
                {durationText(endMs - startMs)}
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr fw={600}>
            <Table.Td>{details.total}</Table.Td>
            <Table.Td />
            <Table.Td ta="right">{durationText(timeMs)}</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </>
  );
}
