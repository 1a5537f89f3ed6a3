import { mayTellOfSignIn } from '../error-text/callback-error.ts';
import type { ColumnView } from '../findings/capture-view.ts';
import { mayBePage } from '../findings/row-kinds.ts';

/**
 * Whether a row may be a page at which a sign-in service called an application back with an error, by its address, or because something
 * was posted to it; `false` is certain.
 */
export function mayBeCalledBack(view: ColumnView, row: number): boolean {
  if (!mayBePage(view, row)) return false;
  if (view.method(row) === 'POST') return true;
  const url = view.url(row);
  return url === undefined || mayTellOfSignIn(url);
}
