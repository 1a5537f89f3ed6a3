import { lazy, Suspense, useEffect, useState } from 'react';
import { openKnowledge } from './open-knowledge.ts';

const KnowledgeCard = lazy(async () => ({
  default: (await import('./knowledge-card.tsx')).KnowledgeCard,
}));

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
export function Explained() {
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (next: Shown | undefined, ms: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setShown(next), ms);
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
    const press = (event: PointerEvent): void => {
      // The card itself is clicked.
      if (!(event.target instanceof Element && event.target.closest('[role=tooltip]') !== null)) hide();
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') hide();
    };
    document.addEventListener('pointerover', over);
    document.addEventListener('focusin', focus);
    document.addEventListener('keydown', key, { capture: true });
    document.addEventListener('scroll', hide, { capture: true, passive: true });
    document.addEventListener('pointerdown', press);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', over);
      document.removeEventListener('focusin', focus);
      document.removeEventListener('keydown', key, { capture: true });
      document.removeEventListener('scroll', hide, { capture: true });
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
}
