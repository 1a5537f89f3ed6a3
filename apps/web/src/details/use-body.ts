import type { BodySide } from '@harrier/har';
import { useEffect, useState } from 'react';
import { FIRST_BYTES, type ShownBody } from '../engine/shown-body.ts';
import type { TabProps } from './entry-view.ts';

/** Each piece that is asked for is so much longer than the one before. */
const GROWTH = 16;

/** A body that is read piece by piece. */
export interface BodyView {
  /** undefined while it is read. */
  readonly body: ShownBody | undefined;
  /** Reads on; undefined where all of it is there. */
  readonly more: (() => void) | undefined;
}

/** One body of a request: the beginning, and more when it is asked for. */
export function useBody(
  { tab, row, unmasked }: TabProps,
  side: BodySide,
  { pretty = false }: { readonly pretty?: boolean } = {},
): BodyView {
  const [body, setBody] = useState<ShownBody>();
  const [maxBytes, setMaxBytes] = useState(FIRST_BYTES);
  const { connection } = tab;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another request begins anew
  useEffect(() => {
    setBody(undefined);
    setMaxBytes(FIRST_BYTES);
  }, [connection, row, side]);
  useEffect(() => {
    let isOld = false;
    void connection.engine.body(row, { side, unmasked, pretty, maxBytes }).then((read) => {
      if (!isOld) setBody(read);
    });
    return () => {
      isOld = true;
    };
  }, [connection, row, side, unmasked, pretty, maxBytes]);
  return { body, more: body?.truncated ? () => setMaxBytes(maxBytes * GROWTH) : undefined };
}
