import type { TrackingLevel } from '@harrier/tracking';
import { createLogSearch, type LogScope } from './log-search.ts';

/** The search of the Logs page: it is there, with its answer, when somebody comes back. */
export const pageSearch = createLogSearch();

/** What a link to a search says: an id, how wide, where. Words are no part of it: they may be captured ones. */
export interface LogLink {
  readonly id: string;
  readonly level: TrackingLevel;
  readonly scope: LogScope;
}

/** The part of a URL behind its `#`. */
export function linkToLogs({ id, level, scope }: LogLink): string {
  return `#${new URLSearchParams({ logs: id, level, scope })}`;
}

/** Reads such a part; undefined = it is none. */
export function readLogLink(hash: string): LogLink | undefined {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const id = parts.get('logs');
  if (id === null || !/^[\w.+:-]{8,512}$/.test(id)) return undefined;
  const level = (['call', 'request', 'session'] as const).find((one) => one === parts.get('level'));
  return {
    id,
    level: level ?? 'request',
    scope: parts.get('scope') === 'source' ? 'source' : 'global',
  };
}
