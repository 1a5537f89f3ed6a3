import type { Evidence } from '@harrier/analyze';
import type { Entry } from '@harrier/har';
import { useEffect, useState } from 'react';
import type { CaptureTab } from '../captures/open-captures.ts';

/** `/response/headers/14/value`: the side and the place of a field in its list. */
const FIELD = /^\/(request|response)\/(headers|cookies)\/(\d+)(?=\/|$)/;

/** The name of the field that a pointer leads to: nobody knows the fourteenth header by its number. */
export function fieldName(entry: Entry, pointer: string): string | undefined {
  const [, side, list, at] = FIELD.exec(pointer) ?? [];
  if (side === undefined) return undefined;
  return entry[side as 'request' | 'response'][list as 'headers' | 'cookies'][Number(at)]?.name;
}

/** Names of the fields that evidence leads to, by entry and pointer; they arrive a moment later. */
export function useFieldNames(
  { connection }: CaptureTab,
  evidence: readonly Evidence[],
): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let isOld = false;
    const read = async (): Promise<void> => {
      const found = new Map<string, string>();
      for (const { entry, pointer } of evidence.filter((one) => FIELD.test(one.pointer))) {
        const name = fieldName(await connection.engine.entry(entry, false), pointer);
        if (name !== undefined) found.set(`${entry}${pointer}`, name);
      }
      if (!isOld) setNames(found);
    };
    void read();
    return () => {
      isOld = true;
    };
  }, [connection, evidence]);
  return names;
}
