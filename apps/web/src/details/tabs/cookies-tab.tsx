import type { Cookie } from '@harrier/har';
import { Table, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { byteText } from '../../captures/quantity.ts';
import type { RejectedCookie } from '../../engine/rejected-cookies.ts';
import { useWords } from '../../words/use-words.ts';
import classes from '../details.module.css';
import type { TabProps } from '../entry-view.ts';
import { SectionTitle } from '../section-title.tsx';
import { sentCookies, setCookies } from '../told-cookies.ts';
import { Masked } from '../values/masked.tsx';

/** Cookies that were sent, those that were set with their attributes, and why a browser refuses one. */
export function CookiesTab({ tab, row, entry }: TabProps) {
  const { details } = useWords();
  const rejected = useRejected(tab, row);
  const [set, sent] = [setCookies(entry.response), sentCookies(entry.request)];
  if (set.length === 0 && sent.length === 0) return <Text c="dimmed">{details.none.cookies}</Text>;
  return (
    <>
      <CookieTable title={details.setCookies} cookies={set} rejected={rejected} />
      <CookieTable title={details.sentCookies} cookies={sent} rejected={[]} />
    </>
  );
}

const ATTRIBUTES = ['Domain', 'Path', 'Expires', 'SameSite', 'Secure', 'HttpOnly'] as const;

interface CookieTableProps {
  readonly title: string;
  readonly cookies: readonly Cookie[];
  readonly rejected: readonly RejectedCookie[];
}

function CookieTable({ title, cookies, rejected }: CookieTableProps) {
  const { details } = useWords();
  if (cookies.length === 0) return null;
  // A browser sends names and values alone; some exporters write down more.
  const hasAttributes = cookies.some(
    ({ domain, path, expires, sameSite }) => domain ?? path ?? expires ?? sameSite,
  );
  return (
    <>
      <SectionTitle>{title}</SectionTitle>
      <Table.ScrollContainer minWidth={700}>
        <Table verticalSpacing={2} horizontalSpacing={6} fz="sm" withRowBorders={false}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{details.cookieName}</Table.Th>
              <Table.Th>{details.cookieValue}</Table.Th>
              <Table.Th ta="right">{details.cookieSize}</Table.Th>
              {hasAttributes &&
                ATTRIBUTES.map((attribute) => <Table.Th key={attribute}>{attribute}</Table.Th>)}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {cookies.map((cookie, at) => {
              const reason = rejected.find(({ name }) => name === cookie.name)?.reason;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a name can stand there twice
                <Table.Tr key={at} style={{ verticalAlign: 'top' }}>
                  <Table.Td>
                    {cookie.name}
                    {reason !== undefined && (
                      <Text size="xs" className={classes.bad} maw={320}>
                        ✕ {details.rejectedCookies[reason]} <code>{reason}</code>
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td className={classes.value}>
                    <Masked text={cookie.value} />
                  </Table.Td>
                  <Table.Td ta="right">{byteText(cookie.name.length + cookie.value.length)}</Table.Td>
                  {hasAttributes && (
                    <>
                      <Table.Td>{cookie.domain}</Table.Td>
                      <Table.Td>{cookie.path}</Table.Td>
                      <Table.Td>{cookie.expires}</Table.Td>
                      <Table.Td>{cookie.sameSite}</Table.Td>
                      <Table.Td>{cookie.secure === true ? '✓' : ''}</Table.Td>
                      <Table.Td>{cookie.httpOnly === true ? '✓' : ''}</Table.Td>
                    </>
                  )}
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}

function useRejected({ connection }: TabProps['tab'], row: number): readonly RejectedCookie[] {
  const [rejected, setRejected] = useState<readonly RejectedCookie[]>([]);
  useEffect(() => {
    let isOld = false;
    void connection.engine.rejectedCookies(row).then((found) => {
      if (!isOld) setRejected(found);
    });
    return () => {
      isOld = true;
    };
  }, [connection, row]);
  return rejected;
}
