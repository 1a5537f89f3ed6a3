import { type Reading, shapeOf, takeNote } from './reading.ts';

/** Any JSON object, its members untrusted. */
export type JsonMembers = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonMembers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A number, or a string that holds nothing but one (Playwright fixtures and hand-edited captures quote them).
 * undefined for everything else, `NaN` and the infinities among it.
 */
export function numberIn(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !/^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?\s*$/.test(value))
    return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/**
 * Reads one JSON object member by member. What was understood counts as taken; {@link rest} gives
 * all the others back untouched, so a member of a wrong type is noted and kept, never lost.
 * `null` means "not there" everywhere (Charles, Firefox 54, WebPageTest write it for required members).
 */
export class RawObject {
  readonly pointer: string;
  readonly #members: JsonMembers;
  readonly #reading: Reading;
  readonly #taken = new Set<string>();

  constructor(value: unknown, pointer: string, reading: Reading) {
    this.pointer = pointer;
    this.#reading = reading;
    this.#members = isJsonObject(value) ? value : {};
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#members, name);
  }

  /** The member whatever it is, not taken. */
  peek(name: string): unknown {
    return this.has(name) ? this.#members[name] : undefined;
  }

  /** The member whatever it is, taken: the caller has understood it. */
  take(name: string): unknown {
    this.#taken.add(name);
    return this.peek(name);
  }

  /** A string; a number or boolean is taken as its text. */
  text(name: string): string | undefined {
    const value = this.#present(name);
    if (typeof value === 'string') return this.#take(name, value);
    if (value === undefined) return undefined;
    if (typeof value === 'number' || typeof value === 'boolean') {
      // `connection` is written as a number by many; that is no oddity worth a line.
      if (name !== 'connection') this.note('entry/text-as-number', name, shapeOf(value), 'its text');
      return this.#take(name, String(value));
    }
    return this.#misfit(name, value);
  }

  /** A non-empty string. */
  filledText(name: string): string | undefined {
    return this.text(name) || undefined;
  }

  /** A finite number, whatever its sign. */
  number(name: string): number | undefined {
    const value = this.#present(name);
    if (value === undefined) return undefined;
    const number = numberIn(value);
    if (number === undefined) return this.#misfit(name, value);
    if (typeof value === 'string') {
      this.note('entry/number-as-string', name, shapeOf(value), `number ${number}`);
    }
    return this.#take(name, number);
  }

  /** A size or duration: HAR's -1 is `undefined` without a note, other negative numbers with one. */
  measure(name: string): number | undefined {
    const value = this.number(name);
    if (value === undefined || value >= 0) return value;
    return value === -1 ? undefined : this.refuse(name, String(value));
  }

  flag(name: string): boolean | undefined {
    const value = this.#present(name);
    if (value === undefined) return undefined;
    if (typeof value === 'boolean') return this.#take(name, value);
    const text = typeof value === 'string' ? value.toLowerCase() : value;
    if (text === 'true' || text === 'false' || text === 1 || text === 0) {
      const flag = text === 'true' || text === 1;
      this.note('entry/flag-as-string', name, typeof value, String(flag));
      return this.#take(name, flag);
    }
    return this.#misfit(name, value);
  }

  /** undefined when it is missing or no object. */
  object(name: string): RawObject | undefined {
    const value = this.#present(name);
    if (value === undefined) return undefined;
    if (!isJsonObject(value)) return this.#misfit(name, value);
    return this.#take(name, new RawObject(value, this.#pointerTo(name), this.#reading));
  }

  list(name: string): readonly unknown[] | undefined {
    const value = this.#present(name);
    if (value === undefined) return undefined;
    return Array.isArray(value) ? this.#take(name, value) : this.#misfit(name, value);
  }

  /** Every member that was not taken, in order, by its name. `__proto__` is a name like any other. */
  rest(): JsonMembers {
    const names = Object.keys(this.#members).filter((name) => !this.#taken.has(name));
    // Of most objects everything is understood.
    return names.length === 0 ? {} : Object.fromEntries(names.map((name) => [name, this.#members[name]]));
  }

  /** Notes a member that was read but cannot be believed, and leaves it among the {@link rest}. */
  refuse(name: string, found: string): undefined {
    this.note('entry/out-of-range', name, found, 'not known');
    this.#taken.delete(name);
    return undefined;
  }

  note(code: `entry/${string}`, name: string, found: string, assumed: string): void {
    takeNote(this.#reading, code, this.#pointerTo(name), found, assumed);
  }

  #pointerTo(name: string): string {
    return `${this.pointer}/${name}`;
  }

  #present(name: string): unknown {
    const value = this.peek(name);
    if (value !== null) return value;
    // Vendors write null for "none" in their own members; in the specification's it is an oddity.
    if (!name.startsWith('_')) this.note('entry/null', name, 'null', 'not there');
    return this.#take(name, undefined);
  }

  #take<T>(name: string, value: T): T {
    this.#taken.add(name);
    return value;
  }

  #misfit(name: string, value: unknown): undefined {
    this.note('entry/wrong-type', name, shapeOf(value), 'not known');
    return undefined;
  }
}
