import { useEffect } from 'react';
import { create } from 'zustand';
import { useShownPage } from '../../pages/shown-page.ts';
import { type CasePlace, hashOf, readPlace } from './case-place.ts';
import { hasCases } from './has-server.ts';

interface PlaceStore {
  readonly place: CasePlace;
  /** Goes there and shows it, with an entry in the browser's history. */
  go(place: CasePlace): void;
}

const BACK = 'harrier.back';

/** Keeps the place for when the identity provider has sent the browser back: it comes to the page without one. */
export function comeBackTo(place: CasePlace): void {
  sessionStorage.setItem(BACK, hashOf(place));
}

function keptPlace(): CasePlace | undefined {
  const kept = sessionStorage.getItem(BACK);
  sessionStorage.removeItem(BACK);
  return kept === null || location.hash !== '' ? undefined : readPlace(kept);
}

const first = hasCases ? (keptPlace() ?? readPlace(location.hash)) : undefined;

/** Where somebody is in the case area; it stays while another page is shown. */
export const useCasePlace = create<PlaceStore>((set) => ({
  place: first ?? { page: 'cases' },
  go: (place) => {
    history.pushState(null, '', hashOf(place));
    set({ place });
    useShownPage.getState().show('cases');
  },
}));

if (first !== undefined) useShownPage.getState().show('cases');

/** Follows the address: links, the browser's back and forward. */
export function useFollowedPlace(): void {
  useEffect(() => {
    if (!hasCases) return;
    const follow = (): void => {
      const place = readPlace(location.hash);
      if (place === undefined) return;
      useCasePlace.setState({ place });
      useShownPage.getState().show('cases');
    };
    window.addEventListener('hashchange', follow);
    window.addEventListener('popstate', follow);
    return () => {
      window.removeEventListener('hashchange', follow);
      window.removeEventListener('popstate', follow);
    };
  }, []);
}

/** Attributes of a link into the case area: a plain click goes there at once, every other one is the browser's. */
export function linkTo(place: CasePlace): {
  readonly href: string;
  readonly onClick: (event: React.MouseEvent) => void;
} {
  return {
    href: hashOf(place),
    onClick: (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      useCasePlace.getState().go(place);
    },
  };
}
