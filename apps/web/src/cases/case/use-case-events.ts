import { useEffect } from 'react';

/** What another process does is seen at the next look; events tell of this server's own work only. */
const LOOK_MS = 10_000;

/**
 * Calls `onChange` whenever something happens to a case's attachments, and now and then while some are worked on. Only a page that is seen
 * listens: over HTTP/1.1 a browser has six connections to a server for all its tabs, and the seventh case would not be shown. Whoever
 * comes back, or could not listen, is told to look.
 */
export function useCaseEvents(caseId: string, isBusy: boolean, onChange: () => void): void {
  useEffect(() => {
    let events: EventSource | undefined;
    const listen = (): void => {
      events = new EventSource(`/api/cases/${encodeURIComponent(caseId)}/events`);
      events.addEventListener('intake', onChange);
    };
    const follow = (): void => {
      if (document.visibilityState === 'hidden') {
        events?.close();
        events = undefined;
        // The browser goes on by itself with a stream that broke off, but not with one that was refused.
      } else if (events === undefined || events.readyState === EventSource.CLOSED) {
        listen();
        onChange();
      }
    };
    if (document.visibilityState !== 'hidden') listen();
    const timer = setInterval(follow, LOOK_MS);
    document.addEventListener('visibilitychange', follow);
    return () => {
      events?.close();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', follow);
    };
  }, [caseId, onChange]);
  useEffect(() => {
    if (!isBusy) return;
    const timer = setInterval(onChange, LOOK_MS);
    return () => clearInterval(timer);
  }, [isBusy, onChange]);
}
