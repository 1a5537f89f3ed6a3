import type { Verdict } from '@harrier/analyze';

/**
 * What a condition says of every row, one byte each. In this order the logic of three values is arithmetic: AND is the
 * lesser of two, OR the greater, NOT the distance from the top.
 */
export const VerdictByte = { no: 0, open: 1, yes: 2 } as const;

/** One {@link VerdictByte} for each row. */
export type Verdicts = Uint8Array;

export function verdictByte(verdict: Verdict): number {
  return verdict === 'open' ? VerdictByte.open : verdict ? VerdictByte.yes : VerdictByte.no;
}

/** Every row fits each of them. */
export function all(parts: readonly Verdicts[], length: number): Verdicts {
  const result = new Uint8Array(length).fill(VerdictByte.yes);
  for (const part of parts)
    for (let row = 0; row < length; row++)
      if ((part[row] as number) < (result[row] as number)) result[row] = part[row] as number;
  return result;
}

/** One of them is enough. */
export function any(parts: readonly Verdicts[], length: number): Verdicts {
  const result = new Uint8Array(length);
  for (const part of parts)
    for (let row = 0; row < length; row++)
      if ((part[row] as number) > (result[row] as number)) result[row] = part[row] as number;
  return result;
}

export function not(part: Verdicts): Verdicts {
  return part.map((verdict) => VerdictByte.yes - verdict);
}
