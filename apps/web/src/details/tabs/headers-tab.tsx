import { findTrackingIds } from '@harrier/tracking';
import type { ReactNode } from 'react';
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
    { name: 'URL', value: request.url },
    { name: details.method, value: request.method },
    { name: details.status, value: status.join(' ') },
    { name: details.started, value: startedDateTime ?? '' },
    { name: details.server, value: serverIPAddress ?? '' },
    { name: details.protocol, value: response.httpVersion ?? request.httpVersion ?? '' },
    { name: details.priority, value: entry.priority ?? '' },
    { name: details.connection, value: entry.connection ?? '' },
    { name: details.cache, value: entry.fromCache ?? '' },
    { name: details.error, value: error ?? '' },
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
        explains="headers"
        atEpochMs={startEpochMs}
        show={showIds}
      />
      <FieldList
        title={details.requestHeaders}
        fields={request.headers}
        explains="headers"
        atEpochMs={startEpochMs}
        show={showIds}
      />
    </>
  );
}
