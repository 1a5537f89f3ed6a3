import { useEffect } from 'react';
import { useShownPage } from '../pages/shown-page.ts';

/** Shows the search that an address asks for. The address of the Logs page holds an id, how wide and where, nothing else. */
export function useLogLink(): void {
  useEffect(() => {
    const follow = async (): Promise<void> => {
      const { hash } = location;
      if (!hash.startsWith('#logs=')) return;
      useShownPage.getState().show('logs');
      const { pageSearch, readLogLink } = await import('./search/page-search.ts');
      const link = readLogLink(hash);
      const shown = pageSearch.getState().wanted;
      if (link === undefined || (shown?.text === link.id && shown.level === link.level)) return;
      const { id: text, level, scope } = link;
      await pageSearch.getState().search({ text, level, scope });
    };
    void follow();
    const onHash = (): void => void follow();
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
}
