import type { Entry } from '@harrier/har';
import { useEffect, useState } from 'react';
import type { CaptureTab } from '../captures/open-captures.ts';

/** What a tab shows of a request. */
export interface TabProps {
  readonly tab: CaptureTab;
  readonly row: number;
  readonly entry: Entry;
  /** Values as they were captured. */
  readonly unmasked: boolean;
}

/** One request as it may be shown; undefined while it is opened. */
export function useEntry(
  { connection }: CaptureTab,
  row: number | undefined,
  unmasked: boolean,
): Entry | undefined {
  const [entry, setEntry] = useState<Entry>();
  useEffect(() => {
    let isOld = false;
    if (row === undefined) return;
    void connection.engine.entry(row, unmasked).then((opened) => {
      if (!isOld) setEntry(opened);
    });
    return () => {
      isOld = true;
    };
  }, [connection, row, unmasked]);
  return row === undefined ? undefined : entry;
}
