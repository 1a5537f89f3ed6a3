/** What an event tells of. The low four bits of its first word; the next two are {@link Escapes}. */
export const JsonEvent = {
  string: 0,
  number: 1,
  literal: 2,
  key: 3,
  openObject: 4,
  openArray: 5,
  close: 6,
} as const;

/** What escapes a string has. */
export const Escapes = {
  none: 0,
  /** Those that a writer has no choice about: `\"`, `\\`, `\n`. */
  needful: 1,
  /** `\u0041` and `\/`, which spell what can be written without them. */
  chosen: 2,
} as const;

/** Words of an event: what it is, where it begins, where it ends. */
export const EVENT_WORDS = 3;

/** Finds the strings, scalars and brackets of a stretch of valid JSON that begins and ends between two tokens. */
export interface JsonWalker {
  /** The events that {@link next} has written. */
  readonly events: Int32Array;
  /** Whether the next string is a key, behind the last event. */
  readonly expectsKey: boolean;
  /** `openArrays`: of each container that is open in front of the stretch, outermost first, whether it is an array. */
  begin(bytes: Uint8Array, openArrays: readonly boolean[], expectsKey: boolean): void;
  /** Writes the next events over the last ones and tells how many; 0 at the end. */
  next(): number;
}
