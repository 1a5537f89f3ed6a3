import { type RefObject, useEffect } from 'react';
import type { CaptureTab } from '../captures/open-captures.ts';
import { useOpenTab } from './open-tab.ts';
import { tabOfPointer } from './tab-of-pointer.ts';

/** A body is read and coloured meanwhile; what has not come by then is elsewhere in it. */
const WAIT_MS = 3000;
const MARK = 'harrier-evidence';

/** Opens the tab that a finding points into, and marks the field there as soon as the pane shows that request. */
export function useEvidence(
  { evidence, selected }: CaptureTab,
  shown: number | undefined,
  pane: RefObject<HTMLElement | null>,
): void {
  const open = useOpenTab((state) => state.open);
  useEffect(() => {
    CSS.highlights.delete(MARK);
    if (evidence === undefined || evidence.pointer === '') return;
    open(tabOfPointer(evidence.pointer));
    if (shown !== selected) return;
    const { pointer, bodyPointer } = evidence;
    const tryToMark = (): boolean => {
      const range = rangeOfField(pane.current, pointer) ?? rangeOfKey(pane.current, bodyPointer);
      if (range === undefined) return false;
      CSS.highlights.set(MARK, new Highlight(range));
      range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
      return true;
    };
    const observer = new MutationObserver(() => tryToMark() && observer.disconnect());
    // The tab is drawn first.
    const frame = requestAnimationFrame(() => {
      if (!tryToMark()) observer.observe(document.body, { childList: true, subtree: true });
    });
    const end = setTimeout(() => observer.disconnect(), WAIT_MS);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(end);
      observer.disconnect();
    };
  }, [evidence, selected, shown, open, pane]);
}

/** A field that says where it stands: itself, or the one around the place (`…/headers/14/value`). */
function rangeOfField(pane: HTMLElement | null, pointer: string): Range | undefined {
  for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
    const field = pane?.querySelector(`[data-pointer=${CSS.escape(place)}]`);
    if (field === null || field === undefined) continue;
    const range = document.createRange();
    range.selectNodeContents(field);
    return range;
  }
  return undefined;
}

/** The line of a body that holds the last key of a place. */
function rangeOfKey(pane: HTMLElement | null, bodyPointer: string | undefined): Range | undefined {
  const key = bodyPointer?.split('/').findLast((name) => name !== '' && !/^\d+$/.test(name));
  const content = pane?.querySelector('.cm-content, pre');
  if (key === undefined || content === null || content === undefined) return undefined;
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(`"${key}"`) ?? -1;
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    const line = node.parentElement?.closest('.cm-line');
    if (line?.lastChild) range.setEndAfter(line.lastChild);
    else range.setEnd(node, at + key.length + 2);
    return range;
  }
  return undefined;
}
