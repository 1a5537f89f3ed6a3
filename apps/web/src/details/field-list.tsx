import { Table, Text } from '@mantine/core';
import classes from './details.module.css';

/** Pseudonyms as the sanitizer writes them. */
const PSEUDONYM = /(hx-[a-z]{3}-[0-9a-z]{13})/;

interface FieldListProps {
  readonly title: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/** Names and values in their order, repeated ones included. What is masked is marked. */
export function FieldList({ title, fields }: FieldListProps) {
  if (fields.length === 0) return null;
  return (
    <>
      <Text fw={600} mt="xs">
        {title}
      </Text>
      <Table withRowBorders={false} verticalSpacing={1} horizontalSpacing={4}>
        <Table.Tbody>
          {fields.map(({ name, value }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a name can stand there twice
            <Table.Tr key={at}>
              <Table.Td w={240} style={{ verticalAlign: 'top' }}>
                {name}
              </Table.Td>
              <Table.Td className={classes.value}>
                <Masked text={value} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

/** A text in which pseudonyms can be seen as such. */
export function Masked({ text }: { readonly text: string }) {
  return text.split(PSEUDONYM).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text
      <span key={at} className={classes.masked}>
        🔒{part}
      </span>
    ),
  );
}
