import { useEffect, useState } from 'react';
import type { CaptureTab } from '../../captures/open-captures.ts';
import type { RequestChain } from '../../engine/chain/request-chain.ts';

/** What led to a request and what it led to; undefined while it is looked for. */
export function useChain({ connection }: CaptureTab, row: number): RequestChain | undefined {
  const [found, setFound] = useState<{ readonly row: number; readonly chain: RequestChain }>();
  useEffect(() => {
    let isOld = false;
    void connection.engine.chain(row).then((chain) => {
      if (!isOld && chain !== undefined) setFound({ row, chain });
    });
    return () => {
      isOld = true;
    };
  }, [connection, row]);
  return found?.row === row ? found.chain : undefined;
}
