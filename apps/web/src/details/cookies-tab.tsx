import { Text } from '@mantine/core';
import { useWords } from '../words/use-words.ts';
import type { TabProps } from './details.tsx';
import { FieldList } from './field-list.tsx';

/** Cookies that were sent, and those that were set with their attributes. */
export function CookiesTab({ entry }: TabProps) {
  const { details } = useWords();
  const { request, response } = entry;
  if (request.cookies.length === 0 && response.cookies.length === 0)
    return <Text c="dimmed">{details.nothing}</Text>;
  const set = response.cookies.map(({ name, value, domain, path, expires, sameSite, secure, httpOnly }) => ({
    name,
    value: [
      value,
      domain === undefined ? '' : `Domain=${domain}`,
      path === undefined ? '' : `Path=${path}`,
      expires === undefined ? '' : `Expires=${expires}`,
      sameSite === undefined ? '' : `SameSite=${sameSite}`,
      secure === true ? 'Secure' : '',
      httpOnly === true ? 'HttpOnly' : '',
    ]
      .filter(Boolean)
      .join('; '),
  }));
  return (
    <>
      <FieldList title={details.sentCookies} fields={request.cookies} />
      <FieldList title={details.setCookies} fields={set} />
    </>
  );
}
