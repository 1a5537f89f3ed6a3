import { mayTellOfSignIn } from '../error-text/callback-error.ts';
import type { ColumnView } from '../findings/capture-view.ts';
import { mayBePage } from '../findings/row-kinds.ts';
import { isSignInUrl } from './sign-in.ts';

/**
 * Whether a row may be a page that tells of a sign-in's error: the one at which an application was called back, by its address or
 * because something was posted to it, or the sign-in's own; `false` is certain.
 */
export function mayBeCalledBack(view: ColumnView, row: number): boolean {
  if (!mayBePage(view, row)) return false;
  if (view.method(row) === 'POST') return true;
  const url = view.url(row);
  return url === undefined || mayTellOfSignIn(url) || isSignInUrl(url);
}
