import { RequestRecord } from '../requests/request-record.ts';
import type { Target } from '../targets/target.ts';

export const tab: Target = {
  targetId: 'T1',
  sessionId: 'S1',
  type: 'page',
  url: 'https://portal.example.test/',
  page: undefined,
};

/** A GET that began at second 100 of the browser's clock, at noon. */
export function recordOf(url = 'https://portal.example.test/api/users?page=2#top'): RequestRecord {
  const record = new RequestRecord({
    requestId: '1',
    hop: 0,
    target: tab,
    documentUrl: tab.url,
    loaderId: 'L1',
    frameId: 'T1',
    initiator: { type: 'script' },
    hasUserGesture: false,
    type: 'Fetch',
    request: { url, method: 'GET', headers: { Accept: '*/*' }, initialPriority: 'High' },
  });
  record.issue(100, Date.UTC(2026, 10, 21, 12) / 1000);
  return record;
}
