/**
 * What an id names: `trace` one operation through all services · `span` one step of it · `request`
 * one exchange as one service counts it · `edge` one exchange as a CDN, load balancer or gateway counts it.
 */
export type CorrelationKind = 'trace' | 'span' | 'request' | 'edge';

/** `malformed`: not the shape its system writes · `all-zero`: the value that says "no trace". */
export type CorrelationFlaw = 'malformed' | 'all-zero';

/** What one header value says. */
export interface CorrelationReading {
  /**
   * Comparable over systems and spellings: `hex:` and 32 lower-case digits for traces, UUIDs and other
   * 128-bit numbers (64-bit ones padded), else `id:` and the value. undefined = no id of its own.
   */
  readonly key?: string;
  /** Named pieces in the system's own words, e.g. `{ span: '00f067aa0ba902b7', sampled: '1' }`. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly flaw?: CorrelationFlaw;
}

/** Value of another header of the same message; undefined = not there. */
export type OtherField = (name: string) => string | undefined;

/** One row of the table: a header (or several spellings of it) that carries a correlation id. */
export interface CorrelationIdSpec {
  /** Stable: `system/header`. */
  readonly id: string;
  /** Lower case. */
  readonly headers: readonly string[];
  readonly kind: CorrelationKind;
  /** A proper name, never translated. */
  readonly system: string;
  /** Where its form is written down. */
  readonly source: string;
  /** undefined = the header is that system's, but this value holds no id (`baggage` without a trace). */
  readonly read: (value: string, other: OtherField) => CorrelationReading | undefined;
}

/** A correlation id of a message. */
export interface CorrelationId extends CorrelationReading {
  /** `CorrelationIdSpec.id`. */
  readonly specId: string;
  readonly system: string;
  readonly kind: CorrelationKind;
  /** Field name as written. */
  readonly name: string;
  /** Position in the list of fields. */
  readonly fieldIndex: number;
  /** The value as written. */
  readonly text: string;
}
