import { useEffect, useState } from 'react';
import type { CaptureTab } from '../captures/open-captures.ts';
import { strangersAmong } from '../engine/strangers.ts';

/** How often a worker is asked: nobody sees a number change faster. */
const EVERY_MS = 1000;

/** Requests that this page and the worker of its capture have made to anybody but the page's own server. */
export function useSentRequests(tab: CaptureTab | undefined): number {
  const [ofPage, setOfPage] = useState(() => strangersAmong(performance.getEntriesByType('resource')));
  const [ofWorker, setOfWorker] = useState(0);
  useEffect(() => {
    const observer = new PerformanceObserver((list) =>
      setOfPage((count) => count + strangersAmong(list.getEntries())),
    );
    observer.observe({ type: 'resource' });
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (tab === undefined) return;
    const timer = setInterval(
      () => void tab.connection.engine.sentRequests().then((count) => setOfWorker(count)),
      EVERY_MS,
    );
    return () => clearInterval(timer);
  }, [tab]);
  return ofPage + ofWorker;
}
