import { useEffect, useRef } from 'react';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { useOpenTab } from '../details/open-tab.ts';
import { everything } from '../engine/view/view-question.ts';
import { useShownPage } from '../pages/shown-page.ts';
import { type DeepLink, linkTo, readLink } from './deep-link.ts';

/** Typing a filter changes the link with each key; browsers allow only so many changes in a time. */
const SETTLE_MS = 300;

/** Keeps the address in step with what is shown, and shows what an address asks for once its capture is open. */
export function useDeepLink(tab: CaptureTab | undefined): void {
  const wanted = useRef<DeepLink | undefined>(readLink(location.hash));
  const { name: openTab } = useOpenTab();
  const page = useShownPage((state) => state.page);
  useEffect(() => {
    // Also where several captures come together and the one that is asked for is not the last.
    const follow = (): void => {
      const link = wanted.current;
      const named = useOpenCaptures
        .getState()
        .tabs.find(({ state, fingerprint }) => state === 'ready' && fingerprint === link?.fingerprint);
      if (link === undefined || named === undefined) return;
      wanted.current = undefined;
      show(named, link);
    };
    const onHash = ({ newURL }: HashChangeEvent): void => {
      // What is shown may have been written over it since.
      wanted.current = readLink(new URL(newURL).hash);
      follow();
    };
    follow();
    window.addEventListener('hashchange', onHash);
    const unsubscribe = useOpenCaptures.subscribe(follow);
    return () => {
      window.removeEventListener('hashchange', onHash);
      unsubscribe();
    };
  }, []);
  useEffect(() => {
    // The other pages have links of their own, or none.
    if (tab?.state !== 'ready' || tab.fingerprint === undefined || page !== 'workbench') return;
    const later = setTimeout(() => history.replaceState(null, '', linkTo(tab, openTab)), SETTLE_MS);
    return () => clearTimeout(later);
  }, [tab, page, openTab]);
}

/** What the link does not say is as it is at first. */
function show({ id, index }: CaptureTab, { question, row, openTab }: DeepLink): void {
  const { activate, ask, select } = useOpenCaptures.getState();
  const { sort, descending, group } = everything;
  activate(id);
  void ask(id, { sort, descending, group, ...question });
  select(id, row !== undefined && row < (index?.length ?? 0) ? row : undefined);
  if (openTab !== undefined) useOpenTab.getState().open(openTab);
  useShownPage.getState().show('workbench');
}
