/**
 * Credentials that look like tracking ids. An opaque access token may end in
 * `_<four characters>_<organisation's UUID>`, which the grammar of an id matches.
 */

/** Half-open [start, end) in a text. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Four capitals and digits, a digit among them: the tag between an access token and its organisation. */
const TOKEN_TAG = /^(?=[A-Z]{0,3}[0-9])[0-9A-Z]{4}$/;

// One class after one literal each, so that every character is read once. The lists of separators
// are short and bounded: JSON, JSON inside JSON, forms and `name: value` lines.
const NAMED_TOKEN =
  /(?:\bbearer[ \t]{1,4}|(?:access|refresh|id)_?token\\{0,3}["']?[ \t]{0,4}[:=][ \t]{0,4}\\{0,3}["']?)[^\s"'<>,;&\\]+/gi;

/** Where a text holds bearer credentials, in order. What lies inside is no tracking id. */
export function findCredentials(text: string): TextSpan[] {
  const spans: TextSpan[] = [];
  for (const match of text.matchAll(NAMED_TOKEN)) {
    spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

/**
 * Whether what stands before `_<uuid>` is the end of an access token rather than a service's name.
 * `stretch` is the unbroken run of token characters that ends there.
 */
export function isTokenTail(stretch: string): boolean {
  const at = stretch.lastIndexOf('_');
  return at !== -1 && TOKEN_TAG.test(stretch.slice(at + 1));
}

/**
 * The organisation's UUID at the end of an access token (`Bearer …_P0A1_<uuid>`), lower case.
 * Takes an `Authorization` value with or without its scheme. The token itself is never returned.
 */
export function organisationOfToken(value: string): string | undefined {
  const match =
    /_([0-9A-Z]{4})_([0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})$/.exec(
      value.trim().slice(-42),
    );
  return match !== null && TOKEN_TAG.test(match[1]!) ? match[2]!.toLowerCase() : undefined;
}
