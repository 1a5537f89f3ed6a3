import type { Random } from '../generate/random.ts';

/** One thing that is given bytes nobody would write, and what must hold of it whatever they are. */
export interface FuzzTarget {
  readonly name: string;
  /** The law, in a line. */
  readonly summary: string;
  /** What inputs are made from: well-formed ones of every kind that there is. */
  seeds(): Promise<readonly Uint8Array[]>;
  /** Pieces that chance would hardly spell: keys, marks, numbers at limits. */
  readonly words: readonly string[];
  /** Longer inputs are cut. */
  readonly mostBytes: number;
  /** Changes an input by its form, where bytes alone would break it at once; undefined = it has not that form. */
  readonly reshape?: (input: Uint8Array, random: Random) => Uint8Array | undefined;
  /** The same trouble four times as long; it may take ten times as long and no more. */
  readonly grow?: (input: Uint8Array) => Uint8Array;
  /** Error: anything that it throws is a finding. */
  run(input: Uint8Array): Promise<void>;
}

/** A law did not hold; `message` says which, without the input. */
export class BrokenLaw extends Error {
  override readonly name = 'BrokenLaw';
}

/** Error: {@link BrokenLaw} unless it holds. */
export function holds(law: string, isSo: boolean): void {
  if (!isSo) throw new BrokenLaw(law);
}
