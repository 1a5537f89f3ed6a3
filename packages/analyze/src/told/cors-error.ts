import type { Entry } from '@harrier/har';
import type { CorsErrorName } from '@harrier/knowledge';
import { joinedValue, shownText } from '../cors/allow-origin.ts';
import { shownOrigin } from '../cors/origin.ts';
import type { CorsVerdict } from '../cors/verdict.ts';
import { object } from '../error-text/shape-hit.ts';
import type { Exchange } from '../exchange/exchange.ts';

const allowOrigin = 'Access-Control-Allow-Origin';
const allowCredentials = 'Access-Control-Allow-Credentials';

/** Every reason, and the field of the answer that it is about, where it is about one. DevTools protocol, `Network.CorsError`. */
const fieldOf: { readonly [Reason in CorsErrorName]: string | undefined } = {
  MissingAllowOriginHeader: allowOrigin,
  AllowOriginMismatch: allowOrigin,
  MultipleAllowOriginValues: allowOrigin,
  InvalidAllowOriginValue: allowOrigin,
  WildcardOriginNotAllowed: allowOrigin,
  InvalidAllowCredentials: allowCredentials,
  RedirectContainsCredentials: undefined,
  CorsDisabledScheme: undefined,
  PreflightInvalidStatus: undefined,
  PreflightDisallowedRedirect: undefined,
  PreflightMissingAllowOriginHeader: allowOrigin,
  PreflightAllowOriginMismatch: allowOrigin,
  PreflightMultipleAllowOriginValues: allowOrigin,
  PreflightInvalidAllowOriginValue: allowOrigin,
  PreflightWildcardOriginNotAllowed: allowOrigin,
  PreflightInvalidAllowCredentials: allowCredentials,
  InvalidAllowMethodsPreflightResponse: 'Access-Control-Allow-Methods',
  InvalidAllowHeadersPreflightResponse: 'Access-Control-Allow-Headers',
  MethodDisallowedByPreflightResponse: 'Access-Control-Allow-Methods',
  HeaderDisallowedByPreflightResponse: 'Access-Control-Allow-Headers',
  PreflightMissingAllowPrivateNetwork: undefined,
  PreflightInvalidAllowPrivateNetwork: undefined,
  LocalNetworkAccessPermissionDenied: undefined,
};

/** What decides these stands in an answer, so that without it there is nothing to show. */
const needsAnswer: ReadonlySet<CorsErrorName> = new Set<CorsErrorName>([
  'RedirectContainsCredentials',
  'PreflightInvalidStatus',
  'PreflightDisallowedRedirect',
]);

interface ToldCorsError {
  readonly reason: CorsErrorName;
  /** The value, name or method that the browser names; often `''`. */
  readonly parameter: string;
}

/** The browser's own word for why it kept an exchange from its page (`_corsErrorStatus`). Only Harrier's recorder writes it. */
export function corsErrorOf({ entry }: Exchange): ToldCorsError | undefined {
  const status = object(entry.custom._corsErrorStatus);
  const reason = status?.corsError;
  if (typeof reason !== 'string' || !Object.hasOwn(fieldOf, reason)) return undefined;
  const { failedParameter } = status ?? {};
  return {
    reason: reason as CorsErrorName,
    parameter: typeof failedParameter === 'string' ? failedParameter : '',
  };
}

/**
 * The browser's verdict where it told one, with the field that `rebuilt` found for the same reason; else `rebuilt`. `answer`: the one
 * that decided, where the capture holds it.
 */
export function asTold(
  exchange: Exchange,
  rebuilt: CorsVerdict | undefined,
  answer: Entry | undefined,
  origin: string | undefined,
): CorsVerdict | undefined {
  const told = corsErrorOf(exchange);
  if (told === undefined || (answer === undefined && needsAnswer.has(told.reason))) return rebuilt;
  if (rebuilt?.reason === told.reason) return { ...rebuilt, isTold: true };
  const header = fieldOf[told.reason];
  const actual = header && joinedValue(answer?.response.headers ?? [], header.toLowerCase());
  return {
    reason: told.reason,
    preflight: /preflight/i.test(told.reason),
    isTold: true,
    ...(header === undefined
      ? {}
      : {
          field: {
            header,
            ...(actual === undefined ? {} : { actual: shownText(actual) }),
            expected: expectedIn(header, told, origin),
          },
        }),
  };
}

function expectedIn(header: string, { parameter }: ToldCorsError, origin: string | undefined): string {
  if (header === allowOrigin) return origin === undefined ? '?' : shownOrigin(origin);
  return header === allowCredentials ? 'true' : shownText(parameter);
}
