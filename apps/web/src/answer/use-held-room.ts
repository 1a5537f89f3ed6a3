import { type RefObject, useEffect, useState } from 'react';

/**
 * Whether the answer keeps the room that it had while it was being looked for. It takes what it needs as soon as nobody points at what
 * stands below it, nor has the focus there: nothing moves away under a hand.
 */
export function useHeldRoom(answer: RefObject<HTMLElement | null>, isKnown: boolean): boolean {
  const [isHeld, setHeld] = useState(!isKnown);
  useEffect(() => {
    if (!isKnown || !isHeld) return;
    const release = (): void => {
      if (!isUsedBelow(answer.current)) setHeld(false);
    };
    release();
    document.addEventListener('pointerover', release);
    document.addEventListener('focusin', release);
    document.documentElement.addEventListener('pointerleave', release);
    return () => {
      document.removeEventListener('pointerover', release);
      document.removeEventListener('focusin', release);
      document.documentElement.removeEventListener('pointerleave', release);
    };
  }, [answer, isKnown, isHeld]);
  return isHeld;
}

/** Whether pointer or focus is on what the answer would move: what stands beside it in the screen of the capture. */
function isUsedBelow(answer: HTMLElement | null): boolean {
  return [...(answer?.parentElement?.children ?? [])].some(
    (part) => part !== answer && (part.matches(':hover') || part.contains(document.activeElement)),
  );
}
