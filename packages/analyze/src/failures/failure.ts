import type { CorsSign, NetworkFailure } from '@harrier/knowledge';
import type { Exchange } from '../exchange/exchange.ts';
import type { Unreadable } from './read-unreadable.ts';

/**
 * A failed exchange and the one way to read it, so that no two rules report the same trouble:
 * `cors` the browser kept it from the page · `network` nothing, or only a part, came back · `auth` 401, 403, 407 ·
 * `upstream` a gateway passes on somebody else's failure · `server` other 5xx · `client` other 4xx · `in-body` answered,
 * and says inside that it failed · `unreadable` answered with something else than was asked for · `pending` still in flight when the capture was saved.
 */
export type Failure = {
  readonly row: number;
  readonly exchange: Exchange;
} & (
  | { readonly reading: 'cors'; readonly sign: CorsSign; readonly preflightRow?: number }
  | {
      readonly reading: 'network';
      readonly network: NetworkFailure;
      readonly code?: string;
      /** Of a WebSocket's handshake that was answered otherwise than with 101. */
      readonly handshakeStatus?: number;
    }
  | { readonly reading: 'upstream'; readonly party?: string; readonly upstreamStatus?: number }
  | { readonly reading: 'auth' }
  | { readonly reading: 'server' }
  | { readonly reading: 'client' }
  | { readonly reading: 'in-body' }
  | { readonly reading: 'unreadable'; readonly unreadable: Unreadable }
  | { readonly reading: 'pending' }
);

/** The failures of one reading. */
export type FailureOf<Reading extends Failure['reading']> = Extract<Failure, { reading: Reading }>;

/** Pending and given-up requests are worth a word, but nothing failed there. */
export function isRealFailure(failure: Failure): boolean {
  if (failure.reading === 'pending') return false;
  return failure.reading !== 'network' || failure.network !== 'aborted';
}
