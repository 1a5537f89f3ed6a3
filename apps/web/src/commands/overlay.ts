import { create } from 'zustand';

interface Overlay {
  readonly shown: 'palette' | 'help' | undefined;
  show(what: Overlay['shown']): void;
}

/** What lies over the page. */
export const useOverlay = create<Overlay>((set) => ({ shown: undefined, show: (shown) => set({ shown }) }));
