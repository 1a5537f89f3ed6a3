import type { Entry } from '@harrier/har';
import { CloseButton, Group, ScrollArea, Table, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { useWords } from '../words/use-words.ts';

/** One request: its headers. */
export function Details({ tab, row }: { readonly tab: CaptureTab; readonly row: number }) {
  const words = useWords();
  const select = useOpenCaptures((state) => state.select);
  const entry = useEntry(tab, row);
  if (entry === undefined) return null;
  const { request, response } = entry;
  return (
    <ScrollArea h="40%" p="sm" component="section" aria-label={`#${row}`}>
      <Group justify="space-between">
        <Text fw={600}>
          #{row} {request.method} {request.url}
        </Text>
        <CloseButton aria-label={words.details.close} onClick={() => select(tab.id, undefined)} />
      </Group>
      <Fields title={words.details.responseHeaders} fields={response.headers} />
      <Fields title={words.details.requestHeaders} fields={request.headers} />
    </ScrollArea>
  );
}

interface FieldsProps {
  readonly title: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

function Fields({ title, fields }: FieldsProps) {
  return (
    <>
      <Text fw={600} mt="xs">
        {title}
      </Text>
      <Table withRowBorders={false} verticalSpacing={1}>
        <Table.Tbody>
          {fields.map(({ name, value }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a name can stand there twice
            <Table.Tr key={at}>
              <Table.Td w={240}>{name}</Table.Td>
              <Table.Td ff="monospace" style={{ wordBreak: 'break-all' }}>
                {value}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

function useEntry({ connection }: CaptureTab, row: number): Entry | undefined {
  const [entry, setEntry] = useState<Entry>();
  useEffect(() => {
    let isOld = false;
    void connection.engine.entry(row).then((opened) => {
      if (!isOld) setEntry(opened);
    });
    return () => {
      isOld = true;
    };
  }, [connection, row]);
  return entry;
}
