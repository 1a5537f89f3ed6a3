import type { BodySide } from '@harrier/har';
import { useEffect, useState } from 'react';
import type { ShownBody } from '../engine/capture-engine.ts';
import type { TabProps } from './details.tsx';

/** One body of a request; `undefined` while it is read. */
export function useBody({ tab, row, unmasked }: TabProps, side: BodySide): ShownBody | undefined {
  const [body, setBody] = useState<ShownBody>();
  const { connection } = tab;
  useEffect(() => {
    let isOld = false;
    setBody(undefined);
    void connection.engine.body(row, side, unmasked).then((read) => {
      if (!isOld) setBody(read);
    });
    return () => {
      isOld = true;
    };
  }, [connection, row, side, unmasked]);
  return body;
}
