/** A container of JSON that is open between two stretches. */
export interface OpenContainer {
  /** Key under which it stands; `''` in an array. */
  readonly key: string;
  /** Position in an array; -1 in an object. */
  readonly position: number;
  readonly isArray: boolean;
  /** Its member `name`, where that was met. */
  readonly name: string | undefined;
  /** Position that its next item takes. */
  readonly next: number;
}

/** What a reader of JSON knows between two tokens. Plain data: it goes over to other threads. */
export interface ReaderState {
  /** Outermost first. */
  readonly open: readonly OpenContainer[];
  /** Key whose value has not come yet. */
  readonly pendingKey: string;
  readonly expectsKey: boolean;
}

/** Before the first byte. */
export const atFirstByte: ReaderState = { open: [], pendingKey: '', expectsKey: false };

/**
 * Whether two states differ in nothing but the position that the innermost array has come to. Nothing that is read
 * means something else for it: positions only stand in pointers.
 */
export function isSameButPosition(a: ReaderState, b: ReaderState): boolean {
  return JSON.stringify(moveOn(a, -nextOf(a))) === JSON.stringify(moveOn(b, -nextOf(b)));
}

/** Position that the next item of the innermost container takes. */
export function nextOf({ open }: ReaderState): number {
  return open.at(-1)?.next ?? 0;
}

/** The same state some positions later in the innermost container. */
export function moveOn(state: ReaderState, positions: number): ReaderState {
  const last = state.open.at(-1);
  if (last === undefined) return state;
  return { ...state, open: [...state.open.slice(0, -1), { ...last, next: last.next + positions }] };
}
