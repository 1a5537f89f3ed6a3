/** Where a named value stands in a message; what its name means depends on it. */
export type NamePlace =
  | 'request-header'
  | 'response-header'
  | 'cookie'
  | 'set-cookie'
  | 'query'
  | 'fragment'
  | 'form'
  | 'multipart'
  | 'json'
  | 'xml-element'
  | 'xml-attribute'
  | 'html-input'
  /** A path segment; its name is the segment before it (`/reset/<value>`) or the matrix parameter's. */
  | 'path';

/** Places filled in by a program or a person, parameter by parameter. */
export const parameterPlaces: readonly NamePlace[] = ['query', 'fragment', 'form', 'multipart', 'html-input'];

/** Both kinds of header field. */
export const headerPlaces: readonly NamePlace[] = ['request-header', 'response-header'];
