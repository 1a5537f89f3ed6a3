import { memo, Suspense, useEffect, useState } from 'react';
import { lazyPart } from '../frame/unloaded.ts';
import { openKnowledge } from './open-knowledge.ts';

const KnowledgeCard = lazyPart(async () => (await import('./knowledge-card.tsx')).KnowledgeCard);

/** Long enough to pass over, short enough to wait for, ms. */
const OPEN_AFTER_MS = 350;
/** To reach the card itself (WCAG 2.2, 1.4.13). */
const CLOSE_AFTER_MS = 200;

interface Shown {
  readonly topic: string;
  readonly anchor: Element;
}

/**
 * The card that explains whatever has a `data-topic`, while the pointer rests on it or the keyboard has brought the focus there.
 * One for the whole page: names need no listeners of their own.
 */
export const Explained = memo(function Explained() {
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOpen = false;
    const later = (next: Shown | undefined, ms: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        isOpen = next !== undefined;
        setShown(next);
      }, ms);
    };
    const enter = (target: EventTarget | null): void => {
      if (!(target instanceof Element)) return;
      if (target.closest('[role=tooltip]') !== null) clearTimeout(timer);
      else {
        const anchor = target.closest<HTMLElement>('[data-topic]');
        if (anchor === null) later(undefined, CLOSE_AFTER_MS);
        else later({ topic: anchor.dataset.topic ?? '', anchor }, OPEN_AFTER_MS);
      }
    };
    const over = (event: PointerEvent): void => enter(event.target);
    const focus = (event: FocusEvent): void => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) enter(event.target);
    };
    const hide = (): void => later(undefined, 0);
    // A focus may scroll what it comes to into view, before its card is there.
    const scroll = (): void => {
      if (isOpen) hide();
    };
    const press = (event: PointerEvent): void => {
      // The card itself is clicked.
      if (!(event.target instanceof Element && event.target.closest('[role=tooltip]') !== null)) hide();
    };
    const key = (event: KeyboardEvent): void => {
      // Whoever types, opens the page or sends it away has read it; a way through the page is none of these.
      if (event.key !== 'Tab' && event.key !== 'Shift') hide();
    };
    document.addEventListener('pointerover', over);
    document.addEventListener('focusin', focus);
    document.addEventListener('keydown', key, { capture: true });
    document.addEventListener('scroll', scroll, { capture: true, passive: true });
    document.addEventListener('pointerdown', press);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', over);
      document.removeEventListener('focusin', focus);
      document.removeEventListener('keydown', key, { capture: true });
      document.removeEventListener('scroll', scroll, { capture: true });
      document.removeEventListener('pointerdown', press);
    };
  }, []);
  if (shown === undefined || !shown.anchor.isConnected) return null;
  return (
    <Suspense fallback={null}>
      <KnowledgeCard
        key={shown.topic}
        topic={shown.topic}
        anchor={shown.anchor}
        onOpen={() => {
          openKnowledge(shown.topic);
          setShown(undefined);
        }}
      />
    </Suspense>
  );
});
