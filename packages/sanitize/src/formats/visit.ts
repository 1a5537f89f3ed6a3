/** Where a value stands in a message; what its name means depends on it. */
export type ValuePlace =
  | 'json'
  | 'form'
  | 'query'
  | 'fragment'
  | 'path'
  | 'userinfo'
  | 'multipart'
  | 'xml-element'
  | 'xml-attribute'
  | 'html-input'
  | 'text';

/** One value met while a structured text is walked: decoded, with the names that lead to it. */
export interface MetValue {
  readonly place: ValuePlace;
  /** The nearest name: JSON key, parameter, element, attribute, cookie. `''` where there is none. */
  readonly name: string;
  /** A name that stands above or beside the value; it counts only for one that looks drawn by a machine. */
  readonly alias?: string;
  /** The name of the object or the element that holds the value. */
  readonly holder?: string;
  /** It stands in a list of cookies, written with their names. */
  readonly isCookie?: true;
  /** The value without its outer encoding (no JSON escapes, no percent-encoding, no entities). */
  readonly text: string;
  /** What stood there in JSON: a number or boolean is written back as such unless it changes. */
  readonly jsonType?: 'string' | 'number' | 'literal';
}

/**
 * Looks at one value and gives back what shall stand in its place: the same string to leave it
 * exactly as it was written (its encoding included), another one to have that encoded instead.
 */
export type Visit = (value: MetValue) => string;
