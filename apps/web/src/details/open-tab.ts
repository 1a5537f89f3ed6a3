import { create } from 'zustand';

/** The tabs of one request, in their order; the keys 1 to 9 open the first nine, 0 the tenth. */
export const tabNames = [
  'summary',
  'headers',
  'payload',
  'preview',
  'response',
  'initiator',
  'timing',
  'cookies',
  'messages',
  'logs',
] as const;
export type TabName = (typeof tabNames)[number];

interface OpenTab {
  readonly name: TabName;
  open(name: TabName): void;
}

/** The open tab: it stays when another request is chosen. */
export const useOpenTab = create<OpenTab>((set) => ({
  name: 'summary',
  open: (name) => set({ name }),
}));
