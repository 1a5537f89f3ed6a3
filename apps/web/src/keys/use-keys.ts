import { useHotkeys } from '@mantine/hooks';
import type { CaptureTab } from '../captures/open-captures.ts';
import { commands, move, type PageActions } from '../commands/command-table.ts';

/** Keys that go far; they are known from everywhere and need no name. */
const FAR: readonly (readonly [key: string, step: number])[] = [
  ['PageDown', 20],
  ['PageUp', -20],
  ['Home', Number.NEGATIVE_INFINITY],
  ['End', Number.POSITIVE_INFINITY],
];

/** The keys of the page: every command's. Those of inputs stay theirs. */
export function useKeys(tab: CaptureTab | undefined, page: PageActions): void {
  useHotkeys([
    ...commands
      .filter(({ name, needsCapture }) => name !== 'print' && (needsCapture !== true || tab !== undefined))
      .filter(({ isTabKey }) => isTabKey !== true || tab?.selected === undefined)
      .flatMap(({ keys, run }) => keys.map((key): [string, () => void] => [key, () => run(tab, page)])),
    ...FAR.map(([key, step]): [string, () => void] => [key, () => move(tab, step)]),
  ]);
}
