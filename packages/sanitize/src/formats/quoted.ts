const BACKSLASH = 92;

/**
 * Where a text in quotation marks ends that begins at `at`, its last mark included: exclusive, -1 where it does not end. What stands
 * behind a backslash does not end it. A pattern that steps from sign to sign keeps every step, and gives up at ten million of them: a
 * file in JSON can be longer.
 */
export function endOfQuoted(text: string, at: number): number {
  const quote = text[at] as string;
  for (let end = text.indexOf(quote, at + 1); end >= 0; end = text.indexOf(quote, end + 1)) {
    let begin = end;
    while (text.charCodeAt(begin - 1) === BACKSLASH) begin--;
    if ((end - begin) % 2 === 0) return end + 1;
  }
  return -1;
}
