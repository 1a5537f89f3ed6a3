/**
 * A text as a literal of ClickHouse's SQL. Servers before 19.14 know no parameters, and one way for all of them is tested
 * on all of them. Every character that could end the literal or is no plain text is escaped.
 * Spec: ClickHouse SQL reference, Syntax, String literals.
 */
export function stringLiteral(text: string): string {
  // Half of a character cannot be sent.
  const escaped = text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/['\\\u0000-\u001f\u007f]/g, (character) =>
      character === "'" || character === '\\'
        ? `\\${character}`
        : `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
    );
  return `'${escaped}'`;
}

/** A whole number as a literal. */
export function intLiteral(value: bigint | number): string {
  const whole = BigInt(value);
  // A minus directly behind another begins a comment.
  return whole < 0n ? `(${whole})` : String(whole);
}

/** A list for `in`; an empty one holds nothing that a column could be. */
export function listLiteral(values: readonly string[]): string {
  return `(${values.map(stringLiteral).join(', ')})`;
}
