import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { create } from 'zustand';
import type { CaptureTab } from '../../captures/open-captures.ts';

/** Which values of which capture somebody has asked to see. It lives as long as the page. */
interface ShownValues {
  /** Captures whose values are all shown. */
  readonly open: ReadonlySet<number>;
  /** Of each capture, the masked texts that are shown again, with what stands behind them. */
  readonly revealed: ReadonlyMap<number, ReadonlyMap<string, string>>;
  toggleAll(capture: number): void;
  show(capture: number, masked: string, value: string): void;
  hide(capture: number, masked: string): void;
}

export const useShownValues = create<ShownValues>((set) => ({
  open: new Set(),
  revealed: new Map(),
  toggleAll: (capture) =>
    set(({ open }) => {
      const next = new Set(open);
      if (!next.delete(capture)) next.add(capture);
      return { open: next };
    }),
  show: (capture, masked, value) =>
    set(({ revealed }) => ({
      revealed: new Map(revealed).set(capture, new Map(revealed.get(capture)).set(masked, value)),
    })),
  hide: (capture, masked) =>
    set(({ revealed }) => {
      const left = new Map(revealed.get(capture));
      left.delete(masked);
      return { revealed: new Map(revealed).set(capture, left) };
    }),
}));

/** The values of one capture, for every text below. */
export interface CaptureValues {
  /** What a masked text stands for, where somebody asked to see it. */
  shownValue(masked: string): string | undefined;
  reveal(masked: string): Promise<void>;
  hide(masked: string): void;
}

const nothingShown: CaptureValues = {
  shownValue: () => undefined,
  reveal: async () => {},
  hide: () => {},
};

const Values = createContext<CaptureValues>(nothingShown);

/** Lets the masked texts inside be shown one by one. */
export function ValuesOf({ tab, children }: { readonly tab: CaptureTab; readonly children: ReactNode }) {
  const revealed = useShownValues((state) => state.revealed.get(tab.id));
  const values = useMemo<CaptureValues>(
    () => ({
      shownValue: (masked) => revealed?.get(masked),
      reveal: async (masked) => {
        const value = await tab.connection.engine.reveal(masked);
        if (value !== undefined) useShownValues.getState().show(tab.id, masked, value);
      },
      hide: (masked) => useShownValues.getState().hide(tab.id, masked),
    }),
    [tab.id, tab.connection, revealed],
  );
  return <Values value={values}>{children}</Values>;
}

export function useValues(): CaptureValues {
  return useContext(Values);
}
