import { asksForCertificate } from '../auth/asks-for-certificate.ts';
import { oauthCodeOf } from '../auth/oauth-refusal.ts';
import { samlStatus } from '../auth/saml.ts';
import { isSignInUrl, isTokenRequest } from '../auth/sign-in.ts';
import { redirectTarget, wasLedTo } from '../chains/redirects.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { ColumnView } from '../findings/capture-view.ts';
import type { AuthKind, Failure } from './failure.ts';
import { networkFailureOf } from './net-errors.ts';
import { isRateLimited } from './rate-limit.ts';

interface Surroundings {
  readonly view: ColumnView;
  exchange(row: number): Exchange | undefined;
}

/** Who asks was not known, or not let in: by a status, by OAuth, by SAML, by TLS, or by sending the browser round and round. */
export function readAuth(
  row: number,
  exchange: Exchange,
  around: Surroundings,
): Failure | 'told-elsewhere' | undefined {
  const authKind = kindOf(row, exchange, around);
  if (exchange.error?.family === 'callback' && wasLedTo(row, exchange, around)) return 'told-elsewhere';
  return authKind === undefined ? undefined : { row, exchange, reading: 'auth', authKind };
}

function kindOf(row: number, exchange: Exchange, around: Surroundings): AuthKind | undefined {
  const { status = 0 } = exchange.entry.response;
  const { error } = exchange.entry;
  if (error !== undefined && status === 0) {
    const network = networkFailureOf(error);
    if (network === 'client-certificate') return 'client-certificate';
    if (network === 'redirect-loop' && cameThroughSignIn(row, around)) return 'sign-in-loop';
    return undefined;
  }
  if (asksForCertificate(exchange)) return 'client-certificate';
  const saml = samlStatus(exchange);
  if (saml !== undefined && saml.code !== 'Success') return 'saml';
  const isRefused = status === 401 || status === 403 || status === 407 || status === 419;
  if (
    oauthCodeOf(exchange) !== undefined &&
    (!isRefused || isTokenRequest(exchange.entry, exchange.requestText))
  )
    return 'oauth';
  // Services count requests by who asks, and refuse with 403: nobody lacks a permission there.
  return isRefused && !isRateLimited(exchange) ? 'refused' : undefined;
}

/** Browsers follow 20 redirects; requests of other pages stand between them. */
const ROWS_BEFORE = 60;

/** Whether one of the redirects before led to a sign-in. */
function cameThroughSignIn(row: number, { view, exchange }: Surroundings): boolean {
  const at = view.position(row);
  return view.rowsByStart.slice(Math.max(0, at - ROWS_BEFORE), at + 1).some((other) => {
    const status = view.index.columns.status[other] as number;
    const target = status >= 300 && status < 400 ? redirectTarget(exchange(other)) : undefined;
    return target !== undefined && isSignInUrl(target);
  });
}
