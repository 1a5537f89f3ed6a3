import type { TabName } from './open-tab.ts';

/** The tab that shows a place of an entry (a JSON pointer). */
export function tabOfPointer(pointer: string): TabName {
  if (pointer.startsWith('/response/content')) return 'response';
  if (/^\/request\/(?:postData|queryString)/.test(pointer)) return 'payload';
  if (pointer.includes('essages')) return 'messages';
  if (pointer.includes('/cookies')) return 'cookies';
  return /^\/(?:time|timings)/.test(pointer) ? 'timing' : 'headers';
}
