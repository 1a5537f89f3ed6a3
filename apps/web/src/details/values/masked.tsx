import { useWords } from '../../words/use-words.ts';
import classes from './masked.module.css';
import { maskedParts } from './masked-parts.ts';
import { useValues } from './shown-values.tsx';

/** Every lock of the page: the key `u` looks for them. */
export const LOCK = 'data-lock';

/** A captured text: its letters cannot turn the page around them (`bdi`). What is masked in it is a button that shows the one value, and hides it again. */
export function Masked({ text }: { readonly text: string }) {
  return (
    <bdi>
      {maskedParts(text).map(({ text: part, masked }, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text
        masked ? <Lock key={at} masked={part} /> : part,
      )}
    </bdi>
  );
}

function Lock({ masked }: { readonly masked: string }) {
  const { details } = useWords();
  const { shownValue, reveal, hide } = useValues();
  const value = shownValue(masked);
  const label = value === undefined ? details.showValue : details.hideValue;
  return (
    <button
      type="button"
      className={value === undefined ? classes.masked : classes.shown}
      title={label}
      {...{ [LOCK]: value === undefined ? 'closed' : 'open' }}
      onClick={() => (value === undefined ? void reveal(masked) : hide(masked))}
    >
      {value ?? masked}
    </button>
  );
}

/** Shows one value by the keyboard: that of the lock in focus, else the first closed one in sight. */
export function showNextValue(pane: HTMLElement): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLButtonElement && focused.hasAttribute(LOCK)) {
    focused.click();
    return;
  }
  const lock = pane.querySelector<HTMLButtonElement>(`[${LOCK}="closed"]`);
  lock?.scrollIntoView({ block: 'nearest' });
  lock?.focus();
  lock?.click();
}
