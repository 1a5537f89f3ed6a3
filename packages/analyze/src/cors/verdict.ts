import type { Entry } from '@harrier/har';
import type { CorsErrorName } from '@harrier/knowledge';
import { fieldValue } from '../exchange/field-value.ts';
import { checkOrigin, type OriginTrouble } from './allow-origin.ts';

/** Why a browser kept an exchange from its page, rebuilt from what the capture holds. */
export interface CorsVerdict {
  readonly reason: CorsErrorName;
  /** The preflight's answer decided, not the request's own. */
  readonly preflight: boolean;
  /** The browser itself said so, in a recording. */
  readonly isTold?: true;
  /** The field that decided, where it is one. */
  readonly field?: { readonly header: string; readonly actual?: string; readonly expected: string };
}

const originReasons: Readonly<Record<OriginTrouble, CorsErrorName>> = {
  missing: 'MissingAllowOriginHeader',
  wildcard: 'WildcardOriginNotAllowed',
  multiple: 'MultipleAllowOriginValues',
  invalid: 'InvalidAllowOriginValue',
  mismatch: 'AllowOriginMismatch',
  credentials: 'InvalidAllowCredentials',
};

/**
 * Why an answer was withheld. `isRefused`: the exporter says that it was, so what would be let through without credentials
 * was asked for with them; else only cookies that went along prove that. undefined: the answer's fields allow it.
 */
export function answerVerdict(entry: Entry, origin: string, isRefused: boolean): CorsVerdict | undefined {
  const { request, response } = entry;
  const sendsCookies = fieldValue(request.headers, 'cookie') !== undefined;
  // Redirects first where without credentials nothing else is wrong: that reason needs no guess.
  const reason = redirectReason(entry);
  const refusal =
    checkOrigin(response.headers, origin, sendsCookies) ??
    (isRefused && reason === undefined ? checkOrigin(response.headers, origin, true) : undefined);
  if (refusal !== undefined) {
    const { trouble, ...field } = refusal;
    return { reason: originReasons[trouble], preflight: false, field };
  }
  return reason === undefined ? undefined : { reason, preflight: false };
}

/** A redirect that CORS does not follow. Fetch standard, HTTP-redirect fetch, steps on schemes and credentials. */
function redirectReason({ response }: Entry): CorsErrorName | undefined {
  const location = fieldValue(response.headers, 'location');
  if ((response.status ?? 0) < 300 || (response.status ?? 0) > 399 || location === undefined)
    return undefined;
  if (/^https?:\/\/[^/?#]*@/i.test(location)) return 'RedirectContainsCredentials';
  return /^[a-z][a-z\d+.-]*:/i.test(location) && !/^https?:/i.test(location)
    ? 'CorsDisabledScheme'
    : undefined;
}
