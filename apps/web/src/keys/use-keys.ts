import { useHotkeys } from '@mantine/hooks';
import { type CaptureTab, positionOf, rowAt, rowCount, useOpenCaptures } from '../captures/open-captures.ts';
import { FILTER_BOX } from '../filter/filter-box.tsx';

/** The keys of a capture. Those of inputs stay theirs. */
export function useKeys(tab: CaptureTab | undefined): void {
  const { select, activate, tabs } = useOpenCaptures();
  const move = (step: number): void => {
    if (tab === undefined || rowCount(tab) === 0) return;
    const at = tab.selected === undefined ? -1 : positionOf(tab, tab.selected);
    const next = Math.min(
      rowCount(tab) - 1,
      Math.max(0, at < 0 ? (step > 0 ? 0 : rowCount(tab) - 1) : at + step),
    );
    select(tab.id, rowAt(tab, next));
  };
  const jump = (marked: readonly number[], step: 1 | -1): void => {
    if (tab === undefined) return;
    const places = marked
      .map((row) => positionOf(tab, row))
      .filter((place) => place >= 0)
      .sort((a, b) => step * (a - b));
    const at = tab.selected === undefined ? (step > 0 ? -1 : rowCount(tab)) : positionOf(tab, tab.selected);
    const next = places.find((place) => step * (place - at) > 0) ?? places[0];
    if (next !== undefined) select(tab.id, rowAt(tab, next));
  };
  const turn = (step: number): void => {
    const at = tabs.findIndex(({ id }) => id === tab?.id);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (next !== undefined) activate(next.id);
  };
  const failed = tab?.analysis?.failedEntries ?? [];
  const slow = tab?.analysis?.slowEntries.map(({ entry }) => entry) ?? [];
  useHotkeys([
    ['j', () => move(1)],
    ['ArrowDown', () => move(1)],
    ['k', () => move(-1)],
    ['ArrowUp', () => move(-1)],
    ['PageDown', () => move(20)],
    ['PageUp', () => move(-20)],
    ['Home', () => move(Number.NEGATIVE_INFINITY)],
    ['End', () => move(Number.POSITIVE_INFINITY)],
    ['e', () => jump(failed, 1)],
    ['shift+E', () => jump(failed, -1)],
    ['s', () => jump(slow, 1)],
    ['shift+S', () => jump(slow, -1)],
    ['t', () => void copyTrackingId(tab)],
    ['/', () => document.getElementById(FILTER_BOX)?.focus()],
    ['Escape', () => tab !== undefined && select(tab.id, undefined)],
    ['[', () => turn(-1)],
    [']', () => turn(1)],
  ]);
}

async function copyTrackingId(tab: CaptureTab | undefined): Promise<void> {
  const { index, selected } = tab ?? {};
  const own =
    index === undefined || selected === undefined
      ? ''
      : index.strings.get(index.columns.trackingId[selected] as number);
  const id = own === '' ? tab?.analysis?.trackingIds[0]?.id : own;
  if (id !== undefined) await navigator.clipboard.writeText(id);
}
