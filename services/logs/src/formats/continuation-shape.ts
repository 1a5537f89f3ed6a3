/**
 * Whether a line looks as if it went on with something: it is indented, or a piece of a stack trace, of XML, or the end
 * of brackets. Such a line finds its record even when a line of another service came between.
 */
export function looksContinued(line: string): boolean {
  const code = line.charCodeAt(0);
  // Blank or tab, `<`, closing brackets.
  if (code === 0x20 || code === 0x09 || code === 0x3c || code === 0x7d || code === 0x5d || code === 0x29)
    return true;
  return STACK.test(line);
}

const STACK =
  /^(?:at \S|Caused by: |Suppressed: |\.\.\. \d{1,4} (?:more|common frames)|Traceback \(most recent call last\)|During handling of the above|The above exception was|--- End of |goroutine \d{1,10} \[|created by \S)/;

/** `Name: value`, as header dumps have it. */
export function isHeaderField(line: string): boolean {
  return /^[A-Za-z][A-Za-z0-9-]{0,60}: ?\S/.test(line);
}
