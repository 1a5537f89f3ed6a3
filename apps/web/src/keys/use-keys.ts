import { type HotkeyItem, useHotkeys } from '@mantine/hooks';
import type { CaptureTab } from '../captures/open-captures.ts';
import { commands, move, type PageActions } from '../commands/command-table.ts';
import { tabNames, useOpenTab } from '../details/open-tab.ts';

/** Keys that go far; they are known from everywhere and need no name. */
const FAR: readonly (readonly [key: string, step: number])[] = [
  ['PageDown', 20],
  ['PageUp', -20],
  ['Home', Number.NEGATIVE_INFINITY],
  ['End', Number.POSITIVE_INFINITY],
];

/** Digits open the tabs of a request, as soon as it is chosen: its details may still be on their way. */
function tabKeys(): [string, () => void][] {
  const { open } = useOpenTab.getState();
  return tabNames.flatMap((name, at): [string, () => void][] => {
    const digit = String((at + 1) % 10);
    // On some keyboards digits need shift.
    return [digit, `shift+${digit}`].map((key) => [key, () => open(name)]);
  });
}

/** The keys of the page: every command's. Those of inputs stay theirs. */
export function useKeys(tab: CaptureTab | undefined, page: PageActions): void {
  useHotkeys([
    ...commands
      .filter(({ needsCapture }) => needsCapture !== true || tab !== undefined)
      .filter(({ isTabKey }) => isTabKey !== true || tab?.selected === undefined)
      .flatMap(({ keys, run, keepsDefault }) =>
        keys.map((key): HotkeyItem => [key, () => run(tab, page), { preventDefault: keepsDefault !== true }]),
      ),
    ...(tab?.selected === undefined ? [] : tabKeys()),
    ...FAR.map(([key, step]): [string, () => void] => [key, () => move(tab, step)]),
  ]);
}
