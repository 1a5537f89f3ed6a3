import type { EntryIndex } from '@harrier/har';
import type { ColumnView } from './capture-view.ts';

/**
 * A look at the columns that is made once for a capture, however many rules ask: first which rows they want opened, then
 * again what is in them. Only for what the columns alone decide.
 */
export function oncePerCapture<View extends Pick<ColumnView, 'index'>, Value>(
  look: (view: View) => Value,
): (view: View) => Value {
  const known = new WeakMap<EntryIndex, { readonly value: Value }>();
  return (view) => {
    const before = known.get(view.index);
    if (before !== undefined) return before.value;
    const value = look(view);
    known.set(view.index, { value });
    return value;
  };
}
