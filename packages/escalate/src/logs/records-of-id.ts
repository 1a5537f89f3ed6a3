import { callKey, parseTrackingIds, requestKey, sessionKey } from '@harrier/tracking';
import type { LogRecord } from './log-record.ts';

/**
 * The records that belong to an id: of the same request where the id has a counter, else of the same session. What is no
 * tracking id (a request id of some proxy) is looked for as it is written.
 */
export function recordsOfId(id: string, records: readonly LogRecord[]): readonly LogRecord[] {
  const wanted = parseTrackingIds(id)[0];
  const written = id.toLowerCase();
  if (wanted === undefined)
    return records.filter(
      (record) =>
        record.ids.some((one) => one.toLowerCase() === written) ||
        record.text.toLowerCase().includes(written),
    );
  const isSession = requestKey(wanted) === sessionKey(wanted);
  return records.filter((record) =>
    record.ids
      .flatMap(parseTrackingIds)
      .some((one) =>
        isSession
          ? sessionKey(one) === sessionKey(wanted)
          : requestKey(one) === requestKey(wanted) || callKey(one) === callKey(wanted),
      ),
  );
}
