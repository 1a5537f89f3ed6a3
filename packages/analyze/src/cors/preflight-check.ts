import type { Entry, Field } from '@harrier/har';
import type { CorsErrorName } from '@harrier/knowledge';
import { fieldValue } from '../exchange/field-value.ts';
import { checkOrigin, joinedValue, type OriginTrouble, shownText } from './allow-origin.ts';
import type { CorsVerdict } from './verdict.ts';

/**
 * Why a preflight did not allow its request, in Chromium's order. Whether the page asked with credentials is not in the
 * capture (preflights carry none), so it is taken as asking without first, and with only when that would have been let
 * through although the request is known to have been `refused`. undefined: the answer allows everything that was asked.
 * Spec: Fetch standard, CORS-preflight fetch.
 */
export function preflightVerdict(preflight: Entry, known: 'refused' | 'unknown'): CorsVerdict | undefined {
  const { status = 0 } = preflight.response;
  const origin = fieldValue(preflight.request.headers, 'origin')?.trim();
  if (origin === undefined) return undefined;
  if (status >= 300 && status <= 399) return { reason: 'PreflightDisallowedRedirect', preflight: true };
  const refused = refusalOf(preflight, origin, status, false);
  if (refused !== undefined || known !== 'refused') return refused;
  // What was asked for and not answered is seen; that credentials went along is a guess.
  return privateNetworkRefusal(preflight) ?? refusalOf(preflight, origin, status, true);
}

function refusalOf(
  preflight: Entry,
  origin: string,
  status: number,
  includesCredentials: boolean,
): CorsVerdict | undefined {
  const refusal = checkOrigin(preflight.response.headers, origin, includesCredentials);
  if (refusal !== undefined) {
    const { trouble, ...field } = refusal;
    return { reason: originReasons[trouble], preflight: true, field };
  }
  if (status < 200 || status > 299) return { reason: 'PreflightInvalidStatus', preflight: true };
  return methodRefusal(preflight, includesCredentials) ?? headerRefusal(preflight, includesCredentials);
}

const originReasons: Readonly<Record<OriginTrouble, CorsErrorName>> = {
  missing: 'PreflightMissingAllowOriginHeader',
  wildcard: 'PreflightWildcardOriginNotAllowed',
  multiple: 'PreflightMultipleAllowOriginValues',
  invalid: 'PreflightInvalidAllowOriginValue',
  mismatch: 'PreflightAllowOriginMismatch',
  credentials: 'PreflightInvalidAllowCredentials',
};

/** Always allowed: Fetch standard, CORS-safelisted method. */
const safelisted: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);

function methodRefusal({ request, response }: Entry, includesCredentials: boolean): CorsVerdict | undefined {
  const method = fieldValue(request.headers, 'access-control-request-method')?.trim();
  if (method === undefined || safelisted.has(method)) return undefined;
  const list = allowedNames(response.headers, 'access-control-allow-methods');
  const field = {
    header: 'Access-Control-Allow-Methods',
    ...(list.text === undefined ? {} : { actual: shownText(list.text) }),
    expected: shownText(method),
  };
  if (list.broken) return { reason: 'InvalidAllowMethodsPreflightResponse', preflight: true, field };
  // Names of methods are told apart by case; `*` is a name like any other when credentials go along.
  if (list.names.includes(method) || (!includesCredentials && list.names.includes('*'))) return undefined;
  return { reason: 'MethodDisallowedByPreflightResponse', preflight: true, field };
}

function headerRefusal({ request, response }: Entry, includesCredentials: boolean): CorsVerdict | undefined {
  const asked = requestedHeaders(request.headers);
  if (asked.length === 0) return undefined;
  const list = allowedNames(response.headers, 'access-control-allow-headers');
  const field = {
    header: 'Access-Control-Allow-Headers',
    ...(list.text === undefined ? {} : { actual: shownText(list.text) }),
  };
  if (list.broken)
    return {
      reason: 'InvalidAllowHeadersPreflightResponse',
      preflight: true,
      field: { ...field, expected: shownText(asked.join(', ')) },
    };
  const allowed = new Set(list.names.map((name) => name.toLowerCase()));
  if (!includesCredentials && allowed.has('*')) return undefined;
  const refused = asked.filter((name) => !allowed.has(name));
  if (refused.length === 0) return undefined;
  return {
    reason: 'HeaderDisallowedByPreflightResponse',
    preflight: true,
    field: { ...field, expected: shownText(refused.join(', ')) },
  };
}

/** Names that a preflight asks leave for, lower case. */
export function requestedHeaders(headers: readonly Field[]): string[] {
  return allowedNames(headers, 'access-control-request-headers').names.map((name) => name.toLowerCase());
}

/** A field that lists names. RFC 9110 §5.6.1: items that are not tokens break the whole list. */
export function allowedNames(
  headers: readonly Field[],
  name: string,
): { readonly text?: string; readonly names: readonly string[]; readonly broken: boolean } {
  const text = joinedValue(headers, name);
  if (text === undefined) return { names: [], broken: false };
  const names = text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return { text, names, broken: names.some((item) => !/^[\w!#$%&'*+.^`|~-]+$/.test(item)) };
}

/** Private Network Access: asked for, and not answered with `true`. */
function privateNetworkRefusal({ request, response }: Entry): CorsVerdict | undefined {
  if (fieldValue(request.headers, 'access-control-request-private-network') !== 'true') return undefined;
  const allowed = joinedValue(response.headers, 'access-control-allow-private-network');
  if (allowed === 'true') return undefined;
  return {
    reason:
      allowed === undefined ? 'PreflightMissingAllowPrivateNetwork' : 'PreflightInvalidAllowPrivateNetwork',
    preflight: true,
  };
}
