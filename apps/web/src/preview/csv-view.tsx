import { Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Masked } from '../details/values/masked.tsx';
import { useWords } from '../words/use-words.ts';
import { csvRows } from './csv-rows.ts';

/** More are not put into the page. */
const MAX_ROWS = 500;

/** A table in text form as a table; the first row is taken for its head. */
export function CsvView({ text }: { readonly text: string }) {
  const { details } = useWords();
  const [head = [], ...rows] = useMemo(() => {
    const read = csvRows(text, MAX_ROWS + 1);
    // Rows that are too short or too long must not make holes in the table.
    const width = Math.max(0, ...read.map(({ length }) => length));
    return read.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')]);
  }, [text]);
  return (
    <>
      <Table.ScrollContainer minWidth={400}>
        <Table fz="sm" verticalSpacing={2} withColumnBorders stickyHeader>
          <Table.Thead>
            <Table.Tr>
              {head.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place
                <Table.Th key={at}>{cell}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((cells, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
              <Table.Tr key={at}>
                {cells.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by their place
                  <Table.Td key={column}>
                    <Masked text={cell} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {rows.length >= MAX_ROWS && <Text c="dimmed">{details.cut}</Text>}
    </>
  );
}
