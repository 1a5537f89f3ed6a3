import { create } from 'zustand';
import { ask } from '../api/ask.ts';

interface Names {
  /** By account id; `undefined` = asked for and not known. */
  readonly known: ReadonlyMap<string, string | undefined>;
}

const useNames = create<Names>(() => ({ known: new Map() }));
let wanted = new Set<string>();
/** What one request may ask for. */
const MOST = 100;

/** What colleagues are called, by their account's id. A name that is not here yet is asked for, with all others of the same moment. */
export function useAccountNames(): (accountId: string) => string | undefined {
  const { known } = useNames();
  return (accountId) => {
    if (!known.has(accountId) && !wanted.has(accountId)) {
      if (wanted.size === 0) setTimeout(() => void askForNames());
      wanted.add(accountId);
    }
    return known.get(accountId);
  };
}

async function askForNames(): Promise<void> {
  const ids = [...wanted].slice(0, MOST);
  const query = new URLSearchParams({ ids: ids.join(',') });
  const found = await ask<readonly { id: string; name: string }[]>('GET', `/api/names?${query}`).catch(
    () => [],
  );
  const names = new Map(found.map(({ id, name }) => [id, name]));
  wanted = new Set([...wanted].filter((id) => !ids.includes(id)));
  useNames.setState(({ known }) => ({
    known: new Map([...known, ...ids.map((id) => [id, names.get(id)] as const)]),
  }));
}
