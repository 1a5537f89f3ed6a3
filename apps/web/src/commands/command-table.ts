import { flushSync } from 'react-dom';
import { type CaptureTab, positionOf, rowAt, rowCount, useOpenCaptures } from '../captures/open-captures.ts';
import { useOpenTab } from '../details/open-tab.ts';
import { useShownValues } from '../details/values/shown-values.tsx';
import { failedRowsOf } from '../engine/failed-rows.ts';
import { GROUP_LINE } from '../engine/view/view-question.ts';
import { toggleEntry } from '../escalate/draft.ts';
import { FILTER_BOX } from '../filter/filter-box.tsx';
import { usePreferences } from '../frame/preferences.ts';
import { explainHere, openKnowledge } from '../knowledge/open-knowledge.ts';
import { linkTo } from '../link/deep-link.ts';
import { searchLogsOf } from '../logs/search-logs-of.ts';
import { showCapture, useShownPage } from '../pages/shown-page.ts';
import { SEARCH_BOX } from '../panels/search-panel.tsx';
import { printPage } from '../table/print-page.ts';
import type { CommandName } from '../words/bench-words.ts';
import { useOverlay } from './overlay.ts';
import { zoomBy } from './zoom.ts';

/** One thing that can be done: by its key, from the palette, and listed in the help. */
export interface Command {
  readonly name: CommandName;
  /**
   * As `useHotkeys` writes them, the one to show first; signs also with the shift that some keyboards need for them. Inputs
   * keep their own keys.
   */
  readonly keys: readonly string[];
  /** While a request is open, its keys choose a tab of it. */
  readonly isTabKey?: true;
  /** What has the focus does with this key what it does anyway. */
  readonly keepsDefault?: true;
  /** What it is for needs an open capture. */
  readonly needsCapture?: true;
  run(tab: CaptureTab | undefined, page: PageActions): void;
}

/** What only the page can do. */
export interface PageActions {
  readonly toggleTheme: () => void;
  readonly chooseFiles: () => void;
}

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  { name: 'palette', keys: ['mod+K'], run: () => useOverlay.getState().show('palette') },
  { name: 'help', keys: ['?', 'shift+?'], run: () => useOverlay.getState().show('help') },
  { name: 'openFile', keys: ['o'], run: (_, page) => page.chooseFiles() },
  { name: 'filter', keys: ['/', 'shift+/'], needsCapture: true, run: () => focus(FILTER_BOX) },
  {
    name: 'search',
    keys: ['f', 'mod+shift+F'],
    needsCapture: true,
    run: () => showPanel('search', SEARCH_BOX),
  },
  { name: 'nextRow', keys: ['j', 'ArrowDown'], needsCapture: true, run: (tab) => move(tab, 1) },
  { name: 'previousRow', keys: ['k', 'ArrowUp'], needsCapture: true, run: (tab) => move(tab, -1) },
  {
    name: 'openDetails',
    keys: ['Enter'],
    keepsDefault: true,
    needsCapture: true,
    run: (tab) => goIntoDetails(tab),
  },
  { name: 'nextFailed', keys: ['e'], needsCapture: true, run: (tab) => jump(tab, failedRows(tab), 1) },
  {
    name: 'previousFailed',
    keys: ['shift+E'],
    needsCapture: true,
    run: (tab) => jump(tab, failedRows(tab), -1),
  },
  { name: 'nextSlow', keys: ['s'], needsCapture: true, run: (tab) => jump(tab, slowRows(tab), 1) },
  { name: 'previousSlow', keys: ['shift+S'], needsCapture: true, run: (tab) => jump(tab, slowRows(tab), -1) },
  { name: 'copyTrackingId', keys: ['t'], needsCapture: true, run: (tab) => copyTrackingId(tab) },
  { name: 'searchLogs', keys: ['l'], run: (tab) => void searchLogsOf(tab, 'global') },
  { name: 'searchOwnLogs', keys: ['shift+L'], run: (tab) => void searchLogsOf(tab, 'source') },
  { name: 'copyLink', keys: ['y'], needsCapture: true, run: (tab) => copyLink(tab) },
  {
    name: 'unmask',
    keys: ['shift+U'],
    needsCapture: true,
    run: (tab) => tab !== undefined && useShownValues.getState().toggleAll(tab.id),
  },
  {
    name: 'closeDetails',
    keys: ['Escape'],
    needsCapture: true,
    run: (tab) => tab !== undefined && useOpenCaptures.getState().select(tab.id, undefined),
  },
  { name: 'detailsSide', keys: ['\\'], needsCapture: true, run: () => turnDetails() },
  { name: 'statistics', keys: ['shift+T'], needsCapture: true, run: () => showPanel('statistics') },
  { name: 'common', keys: ['shift+C'], needsCapture: true, run: () => showPanel('common') },
  { name: 'notes', keys: ['shift+N'], needsCapture: true, run: () => showPanel('notes') },
  { name: 'explain', keys: ['i'], run: explainHere },
  { name: 'knowledge', keys: ['shift+K'], run: () => openKnowledge() },
  { name: 'compare', keys: ['c'], run: () => useShownPage.getState().show('compare') },
  {
    name: 'sanitize',
    keys: ['r'],
    needsCapture: true,
    run: () => useShownPage.getState().show('sanitize'),
  },
  { name: 'addToEscalation', keys: ['x'], needsCapture: true, run: (tab) => toggleEntry(tab) },
  {
    name: 'escalate',
    keys: ['shift+X'],
    needsCapture: true,
    run: () => useShownPage.getState().show('escalate'),
  },
  {
    name: 'zoomIn',
    keys: ['[plus]', 'shift+[plus]', '='],
    needsCapture: true,
    run: (tab) => zoomBy(tab, 0.5),
  },
  { name: 'zoomOut', keys: ['-'], needsCapture: true, run: (tab) => zoomBy(tab, 2) },
  {
    name: 'zoomAll',
    keys: ['0', 'shift+0'],
    needsCapture: true,
    isTabKey: true,
    run: (tab) => zoomBy(tab, Number.POSITIVE_INFINITY),
  },
  { name: 'previousCapture', keys: ['['], needsCapture: true, run: (tab) => turn(tab, -1) },
  { name: 'nextCapture', keys: [']'], needsCapture: true, run: (tab) => turn(tab, 1) },
  {
    name: 'closeCapture',
    keys: ['shift+W'],
    needsCapture: true,
    run: (tab) => tab !== undefined && useOpenCaptures.getState().close(tab.id),
  },
  { name: 'theme', keys: ['shift+D'], run: (_, page) => page.toggleTheme() },
  { name: 'print', keys: ['mod+P'], needsCapture: true, run: () => void printPage() },
];

/** Goes some lines down or up; groups are passed over. */
export function move(tab: CaptureTab | undefined, step: number): void {
  if (tab === undefined || rowCount(tab) === 0) return;
  const last = rowCount(tab) - 1;
  const from = tab.selected === undefined ? -1 : positionOf(tab, tab.selected);
  let at = Math.min(last, Math.max(0, from < 0 ? (step > 0 ? 0 : last) : from + step));
  const direction = step > 0 ? 1 : -1;
  while (at >= 0 && at <= last && rowAt(tab, at) >= GROUP_LINE) at += direction;
  if (at >= 0 && at <= last) useOpenCaptures.getState().select(tab.id, rowAt(tab, at));
}

function jump(tab: CaptureTab | undefined, marked: readonly number[], step: 1 | -1): void {
  if (tab === undefined) return;
  const wanted = new Set(marked);
  const last = rowCount(tab) - 1;
  const from = tab.selected === undefined ? (step > 0 ? -1 : last + 1) : positionOf(tab, tab.selected);
  // Round the end once.
  for (let far = 1; far <= last + 1; far++) {
    const at = (((from + step * far) % (last + 1)) + last + 1) % (last + 1);
    if (!wanted.has(rowAt(tab, at))) continue;
    useOpenCaptures.getState().select(tab.id, rowAt(tab, at));
    return;
  }
}

function failedRows(tab: CaptureTab | undefined): readonly number[] {
  return tab?.index === undefined ? [] : failedRowsOf(tab.index, tab.analysis).rows();
}

function slowRows(tab: CaptureTab | undefined): readonly number[] {
  return tab?.analysis?.slowEntries.map(({ entry }) => entry) ?? [];
}

function turn(tab: CaptureTab | undefined, step: number): void {
  const { tabs, activate } = useOpenCaptures.getState();
  const at = tabs.findIndex(({ id }) => id === tab?.id);
  const next = tabs[(at + step + tabs.length) % tabs.length];
  if (next === undefined) return;
  activate(next.id);
  showCapture();
}

function copyTrackingId(tab: CaptureTab | undefined): void {
  const { index, selected } = tab ?? {};
  const own =
    index === undefined || selected === undefined
      ? ''
      : index.strings.get(index.columns.trackingId[selected] as number);
  const id = own === '' ? tab?.analysis?.trackingIds[0]?.id : own;
  if (id !== undefined) void navigator.clipboard.writeText(id);
}

function copyLink(tab: CaptureTab | undefined): void {
  if (tab !== undefined)
    void navigator.clipboard.writeText(
      `${location.origin}${location.pathname}${linkTo(tab, useOpenTab.getState().name)}`,
    );
}

/** To the keyboard the details are a long way behind the table. A button that has the focus is pressed instead. */
function goIntoDetails(tab: CaptureTab | undefined): void {
  const focused = document.activeElement;
  const isInTable =
    focused === null || focused === document.body || focused.closest('[role=row]') === focused;
  if (tab === undefined || !(isInTable || focused.querySelector('[role=grid]') !== null)) return;
  if (tab.selected === undefined) move(tab, 1);
  else document.querySelector<HTMLElement>('section[aria-label^="#"] [role=tabpanel]')?.focus();
}

function turnDetails(): void {
  const { detailsSide, set } = usePreferences.getState();
  set({ detailsSide: detailsSide === 'below' ? 'right' : 'below' });
}

function showPanel(panel: 'search' | 'statistics' | 'common' | 'notes', box?: string): void {
  // At once: what is typed next belongs into the box.
  flushSync(() => usePreferences.getState().set({ panel }));
  if (box !== undefined) focus(box);
}

function focus(id: string): void {
  const input = document.getElementById(id) as HTMLInputElement | null;
  input?.focus();
  input?.select();
}
