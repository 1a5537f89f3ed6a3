import type { ColumnView } from './capture-view.ts';

/**
 * Whether a row may be a call of a program (XHR, fetch), on the columns alone. Firefox, Safari and Fiddler do not say what a
 * request was for: there the media type of the answer counts.
 */
export function mayBeCall(view: ColumnView, row: number): boolean {
  const type = view.resourceType(row);
  return type === 'xhr' || type === 'fetch' || (type === '' && /json|graphql/.test(view.mimeType(row)));
}

/** Whether a row may be a page that was navigated to, or that came in the place of something else. */
export function mayBePage(view: ColumnView, row: number): boolean {
  const type = view.resourceType(row);
  return type === 'document' || (type === '' && view.mimeType(row).includes('html'));
}
