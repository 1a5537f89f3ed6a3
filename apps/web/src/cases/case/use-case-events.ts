import { useEffect } from 'react';

/** What another process does is seen at the next look; events tell of this server's own work only. */
const LOOK_MS = 10_000;

/** Calls `onChange` whenever something happens to a case's attachments, and now and then while some are worked on. */
export function useCaseEvents(caseId: string, isBusy: boolean, onChange: () => void): void {
  useEffect(() => {
    const events = new EventSource(`/api/cases/${encodeURIComponent(caseId)}/events`);
    events.addEventListener('intake', onChange);
    return () => events.close();
  }, [caseId, onChange]);
  useEffect(() => {
    if (!isBusy) return;
    const timer = setInterval(onChange, LOOK_MS);
    return () => clearInterval(timer);
  }, [isBusy, onChange]);
}
