import { create } from 'zustand';

/** What fills the window beside the rail. Cases are there only where a server has them. */
export const pageNames = [
  'workbench',
  'logs',
  'cases',
  'sanitize',
  'compare',
  'escalate',
  'knowledge',
] as const;
export type PageName = (typeof pageNames)[number];

interface ShownPage {
  readonly page: PageName;
  show(page: PageName): void;
}

/** The page that is shown; the open captures are the same on all of them. */
export const useShownPage = create<ShownPage>((set) => ({
  page: 'workbench',
  show: (page) => set({ page }),
}));

/** Shows what the capture is that was chosen or opened: the workbench, from a page that shows none. */
export function showCapture(): void {
  const { page, show } = useShownPage.getState();
  if (page !== 'sanitize' && page !== 'escalate') show('workbench');
}

/** The same for one that was opened just now; comparing waits for it. */
export function showOpened(): void {
  if (useShownPage.getState().page !== 'compare') showCapture();
}
