/**
 * What JSON.stringify leaves as it is but a terminal may obey or hide: DEL, C1 controls, bidi and
 * zero-width characters, line separators. Written as `\uXXXX` the JSON means the same.
 */
const unsafeInJson =
  /[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/** Machine output: the value as JSON without a character that a terminal could obey. No line end. */
export function jsonText(value: unknown, indent?: number): string {
  return harmlessJson(JSON.stringify(value, undefined, indent) ?? 'null');
}

/** JSON that somebody else wrote, or a piece of it, made as harmless; it means the same. */
export function harmlessJson(json: string): string {
  return json.replace(unsafeInJson, (character) =>
    Array.from(
      { length: character.length },
      (_, unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}

/** The pieces of a JSON array, one value a line, made as the values come: constant memory. */
export async function* jsonArray(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  let opened = false;
  for await (const value of values) {
    yield `${opened ? ',' : '['}\n${jsonText(value)}`;
    opened = true;
  }
  yield opened ? '\n]\n' : '[]\n';
}
