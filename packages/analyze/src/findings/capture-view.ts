import type { Capture, CaptureSpan, EntryIndex } from '@harrier/har';
import type { EvidenceKind } from '@harrier/knowledge';
import type { BodyMarks } from '../exchange/body-marks.ts';
import type { Sign } from '../exchange/body-words.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Outcome } from '../exchange/outcome.ts';
import type { UrlPlace } from '../exchange/path-template.ts';
import type { Failure } from '../failures/failure.ts';
import type { CaseContext } from './case-context.ts';
import type { RowsOfKinds } from './row-selection.ts';

/** What is known before any entry was opened: the index, and a look at the bytes of bodies that may matter. */
export interface ColumnView {
  readonly capture: Pick<Capture, 'notes' | 'producer' | 'log'>;
  readonly index: EntryIndex;
  /** What is known besides the capture; often nothing. */
  readonly caseContext: CaseContext;
  /** Rows by their start, then by their position: the order in which things happened. */
  readonly rowsByStart: readonly number[];
  readonly rowsOfKinds: RowsOfKinds;
  /** Where a row stands in `rowsByStart`. */
  position(row: number): number;
  outcome(row: number): Outcome;
  marks(row: number): BodyMarks;
  /** Whether a word of this sign may stand in the text of the answer; `false` is certain, and known without reading it again. */
  answerMayHold(row: number, sign: Sign): boolean;
  method(row: number): string;
  host(row: number): string;
  /** undefined: the index did not keep it, because it is very long or its entry is damaged. */
  url(row: number): string | undefined;
  /** Host and path template; undefined where `url` is. */
  place(row: number): UrlPlace | undefined;
  mimeType(row: number): string;
  /** Lower case; `''` where the exporter does not say. */
  resourceType(row: number): string;
  /** When it was recorded. */
  readonly span: CaptureSpan;
  /** ms since 1970 on the capture's axis; rows without a date stand where their neighbour does. */
  startMs(row: number): number;
  /** How long the exchange took, in ms. */
  durationMs(row: number): number | undefined;
  /** The same as a column; `NaN` where it is not known. */
  readonly durations: Float64Array;
}

/** What rules look at: the columns, and the entries that were opened. */
export interface CaptureView extends ColumnView {
  /** undefined: nobody asked for it, or the budget was used up. */
  exchange(row: number): Exchange | undefined;
  /** Opened rows in the order in which things happened. */
  readonly openedRows: readonly number[];
  /** Those of the opened exchanges that may hold one of these signs ({@link Exchange.mentions}), in the order in which things happened. */
  mentioning(signs: number): Exchange[];
  /** Every failed exchange with its one reading, in the order in which things happened. */
  readonly failures: readonly Failure[];
  /** A later request for the same thing that succeeded. */
  healedBy(row: number): number | undefined;
  /** Whether the capture holds this kind of evidence at all. */
  holds(evidence: EvidenceKind): boolean;
}
