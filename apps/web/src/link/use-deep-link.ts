import { useEffect, useRef } from 'react';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { useOpenTab } from '../details/open-tab.ts';
import { useShownPage } from '../pages/shown-page.ts';
import { type DeepLink, linkTo, readLink } from './deep-link.ts';

/** Typing a filter changes the link with each key; browsers allow only so many changes in a time. */
const SETTLE_MS = 300;

/** Keeps the address in step with what is shown, and shows what an address asks for once its capture is open. */
export function useDeepLink(tab: CaptureTab | undefined): void {
  const wanted = useRef<DeepLink | undefined>(readLink(location.hash));
  const { ask, select, activate } = useOpenCaptures();
  const { name: openTab, open } = useOpenTab();
  const page = useShownPage((state) => state.page);
  useEffect(() => {
    const onHash = (): void => {
      wanted.current = readLink(location.hash);
    };
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
  // Of several captures that come together, the one that the address asks for is shown, though it is not the last.
  useEffect(
    () =>
      useOpenCaptures.subscribe(({ tabs, active }) => {
        const named = tabs.find(
          ({ fingerprint }) => fingerprint !== undefined && fingerprint === wanted.current?.fingerprint,
        );
        if (named !== undefined && named.id !== active) activate(named.id);
      }),
    [activate],
  );
  useEffect(() => {
    if (tab?.state !== 'ready' || tab.fingerprint === undefined) return;
    const link = wanted.current;
    if (link?.fingerprint === tab.fingerprint) {
      wanted.current = undefined;
      void ask(tab.id, link.question);
      if (link.row !== undefined && link.row < (tab.index?.length ?? 0)) select(tab.id, link.row);
      if (link.openTab !== undefined) open(link.openTab);
      return;
    }
    // The other pages have links of their own, or none.
    if (page !== 'workbench') return;
    const later = setTimeout(() => history.replaceState(null, '', linkTo(tab, openTab)), SETTLE_MS);
    return () => clearTimeout(later);
  }, [tab, page, openTab, ask, select, open]);
}
