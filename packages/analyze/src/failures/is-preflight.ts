import type { Entry } from '@harrier/har';
import { fieldValue } from '../exchange/field-value.ts';

/** An OPTIONS request that a browser sends on behalf of another one. Fetch standard, CORS-preflight request. */
export function isPreflight(entry: Entry): boolean {
  return (
    entry.request.method.toUpperCase() === 'OPTIONS' &&
    (entry.resourceType === 'preflight' ||
      fieldValue(entry.request.headers, 'access-control-request-method') !== undefined)
  );
}
