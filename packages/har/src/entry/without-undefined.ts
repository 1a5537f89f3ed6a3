/** `T` with the members that may be undefined made optional instead. */
export type WithoutUndefined<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };

/**
 * A copy without the members whose value is undefined, so that `'wait' in timings` and `timings.wait !== undefined`
 * say the same (`exactOptionalPropertyTypes`).
 */
export function withoutUndefined<T extends object>(value: T): WithoutUndefined<T> {
  const kept: Record<string, unknown> = {};
  // Of an object that was just written down, its own members are all there are.
  for (const name in value) {
    const member: unknown = value[name];
    if (member !== undefined) kept[name] = member;
  }
  return kept as WithoutUndefined<T>;
}
