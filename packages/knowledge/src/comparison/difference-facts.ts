import type { PhaseName } from '../phase/phase-name.ts';

/** One of the two captures that are compared, in the order in which they were given. */
export type Side = 'a' | 'b';

/** Which request a difference is about: no query, ids as `{id}`. */
export interface DifferencePlace {
  readonly method: string;
  readonly host: string;
  readonly path: string;
}

/**
 * What differs between two captures, in plain values without credentials. A value that is absent is not there in that
 * capture.
 */
export type DifferenceFacts = DifferencePlace &
  (
    | {
        /** A feature that one person may use and the other may not. */
        readonly kind: 'access';
        readonly name: string;
        readonly a?: string;
        readonly b?: string;
      }
    | {
        /** A status, or why there is none (`net::ERR_…`); `''` = no answer, and no reason. */
        readonly kind: 'status';
        readonly a: string;
        readonly b: string;
      }
    | {
        /** A member of a JSON body; `pointer` has `*` for items of lists and names for those that have one. */
        readonly kind: 'member';
        readonly message: 'request' | 'response';
        readonly pointer: string;
        readonly a?: string;
        readonly b?: string;
      }
    | {
        readonly kind: 'header';
        readonly message: 'request' | 'response';
        readonly name: string;
        readonly a?: string;
        readonly b?: string;
      }
    | {
        readonly kind: 'presence';
        readonly onlyIn: Side;
        readonly count: number;
        /** It failed there, or some of it: the status, empty where nothing was answered. */
        readonly failedWith?: string;
      }
    | { readonly kind: 'count'; readonly a: number; readonly b: number }
    | {
        /** Medians of its requests; `phase` is the one that grew most. */
        readonly kind: 'time';
        readonly phase: PhaseName;
        readonly aMs: number;
        readonly bMs: number;
      }
  );

export type DifferenceKind = DifferenceFacts['kind'];
