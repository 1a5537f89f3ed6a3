import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { useShownValues } from '../details/values/shown-values.tsx';
import { useShownPage } from '../pages/shown-page.ts';
import type { LogScope } from './search/log-search.ts';

/**
 * Goes to the Logs page with the tracking id of a request: the one that is chosen, else the first one that the answer
 * names. Without an id the page comes with its box empty.
 */
export async function searchLogsOf(tab: CaptureTab | undefined, scope: LogScope): Promise<void> {
  const row = tab?.selected ?? tab?.analysis?.trackingIds[0]?.entry;
  useShownPage.getState().show('logs');
  if (tab === undefined || row === undefined) return;
  const unmasked = useShownValues.getState().open.has(tab.id);
  const [{ pageSearch }, followed] = await Promise.all([
    import('./search/page-search.ts'),
    tab.connection.engine.followed(row, unmasked),
  ]);
  // Somebody may have closed the capture meanwhile.
  if (followed === undefined || !useOpenCaptures.getState().tabs.some(({ id }) => id === tab.id)) return;
  const { id, entry } = followed;
  await pageSearch.getState().search({ text: id, level: 'request', scope, entry });
}
