import type { CorsSign, NetworkFailure } from '@harrier/knowledge';
import type { CorsVerdict } from '../cors/verdict.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Unreadable } from './read-unreadable.ts';

/**
 * A failed exchange and the one way to read it, so that no two rules report the same trouble:
 * `cors` the browser kept it from the page · `network` nothing, or only a part, came back · `auth` who asks was not let in ·
 * `upstream` a gateway passes on somebody else's failure · `server` other 5xx · `client` other 4xx · `in-body` answered,
 * and says inside that it failed · `unreadable` answered with something else than was asked for · `pending` still in flight when the capture was saved.
 */
export type Failure = {
  readonly row: number;
  readonly exchange: Exchange;
} & (
  | {
      readonly reading: 'cors';
      readonly sign: CorsSign;
      readonly preflightRow?: number;
      /** The browser's reason, where the capture holds what decided. */
      readonly verdict?: CorsVerdict;
    }
  | {
      readonly reading: 'network';
      readonly network: NetworkFailure;
      readonly code?: string;
      /** Of a WebSocket's handshake that was answered otherwise than with 101. */
      readonly handshakeStatus?: number;
    }
  | { readonly reading: 'upstream'; readonly party?: string; readonly upstreamStatus?: number }
  | { readonly reading: 'auth'; readonly authKind: AuthKind }
  | { readonly reading: 'server' }
  | { readonly reading: 'client' }
  | { readonly reading: 'in-body' }
  | { readonly reading: 'unreadable'; readonly unreadable: Unreadable }
  | { readonly reading: 'pending' }
);

/**
 * How somebody was not let in: `refused` 401, 403, 407, 419 · `oauth` a sign-in service's error code · `saml` an identity
 * provider's status · `client-certificate` TLS, or the server after it, asked for one · `sign-in-loop` redirected to sign-in and back until the browser gave up.
 */
export type AuthKind = 'refused' | 'oauth' | 'saml' | 'client-certificate' | 'sign-in-loop';

/** The failures of one reading. */
export type FailureOf<Reading extends Failure['reading']> = Extract<Failure, { reading: Reading }>;

/** Pending and given-up requests are worth a word, but nothing failed there. */
export function isRealFailure(failure: Failure): boolean {
  if (failure.reading === 'pending') return false;
  return failure.reading !== 'network' || failure.network !== 'aborted';
}
