import { findTrackingIds } from '@harrier/tracking';
import type { ReactNode } from 'react';
import { statusTopic } from '../../knowledge/open-knowledge.ts';
import { useWords } from '../../words/use-words.ts';
import type { TabProps } from '../entry-view.ts';
import { FieldList } from '../field-list.tsx';
import { TrackingIdText } from '../tracking-id-text.tsx';

/** General facts, then both sides' fields as they were sent: in their order, repeated ones too. */
export function HeadersTab({ tab, entry }: TabProps) {
  const { details } = useWords();
  const { request, response, serverIPAddress, startedDateTime, startEpochMs, error } = entry;
  const status = [response.status, response.statusText].filter((part) => part !== undefined && part !== '');
  const general = [
    { name: 'URL', value: request.url, pointer: '/request/url' },
    {
      name: details.method,
      value: request.method,
      pointer: '/request/method',
      topic: `method/${request.method}`,
    },
    {
      name: details.status,
      value: status.join(' '),
      pointer: '/response/status',
      topic: statusTopic(response.status),
    },
    { name: details.started, value: startedDateTime ?? '', pointer: '/startedDateTime' },
    { name: details.server, value: serverIPAddress ?? '', pointer: '/serverIPAddress' },
    { name: details.protocol, value: response.httpVersion ?? request.httpVersion ?? '' },
    { name: details.priority, value: entry.priority ?? '' },
    { name: details.connection, value: entry.connection ?? '' },
    { name: details.cache, value: entry.fromCache ?? '' },
    { name: details.error, value: error ?? '', pointer: '/response/_error' },
    { name: details.comment, value: entry.comment ?? '' },
  ].filter(({ value }) => value !== '');
  const showIds = ({ value }: { readonly value: string }): ReactNode => {
    const ids = value.length > 4096 ? [] : findTrackingIds(value);
    return ids.length === 0 ? undefined : <TrackingIdText tab={tab} text={value} ids={ids} />;
  };
  return (
    <>
      <FieldList title={details.general} fields={general} show={showIds} />
      <FieldList
        title={details.responseHeaders}
        fields={response.headers}
        pointer="/response/headers"
        explains="headers"
        atEpochMs={startEpochMs}
        show={showIds}
      />
      <FieldList
        title={details.requestHeaders}
        fields={request.headers}
        pointer="/request/headers"
        explains="headers"
        atEpochMs={startEpochMs}
        show={showIds}
      />
    </>
  );
}
