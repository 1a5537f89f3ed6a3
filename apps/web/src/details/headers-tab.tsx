import { useWords } from '../words/use-words.ts';
import type { TabProps } from './details.tsx';
import { FieldList } from './field-list.tsx';

/** General facts, then both sides' fields as they were sent. */
export function HeadersTab({ entry }: TabProps) {
  const { details } = useWords();
  const { request, response, serverIPAddress, startedDateTime, error } = entry;
  const status = [response.status, response.statusText].filter((part) => part !== undefined && part !== '');
  const general = [
    { name: 'URL', value: request.url },
    { name: details.method, value: request.method },
    { name: details.status, value: status.join(' ') },
    { name: details.started, value: startedDateTime ?? '' },
    { name: details.server, value: serverIPAddress ?? '' },
    { name: details.protocol, value: response.httpVersion ?? request.httpVersion ?? '' },
    { name: details.error, value: error ?? '' },
  ].filter(({ value }) => value !== '');
  return (
    <>
      <FieldList title={details.general} fields={general} />
      <FieldList title={details.responseHeaders} fields={response.headers} />
      <FieldList title={details.requestHeaders} fields={request.headers} />
    </>
  );
}
