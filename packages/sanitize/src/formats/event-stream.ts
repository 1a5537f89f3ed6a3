const SECRET_NAMES = ['token', 'ticket', 'session', 'secret', 'password', 'jwt'] as const;

/** The name of an event that carries a credential: how it ends. */
export const EVENT_OF_SECRET = new RegExp(`(?:${SECRET_NAMES.join('|')})$`, 'i');

/** How the line ends that names such an event, as it is written, also in a string of JSON. Whatever looks a text over first looks closer there. */
export const EVENT_SIGNS: readonly string[] = SECRET_NAMES.flatMap((name) => [
  `${name}\ndata:`,
  `${name}\r\ndata:`,
  `${name}\\ndata:`,
  `${name}\\r\\ndata:`,
]);

const FIELD = /^(?:data|id|event|retry):[ ]?/;

/**
 * Rewrites a stream of events line by line (`text/event-stream`); the data lines of an event are one text. `rewrite` gets the name of the
 * event that data belong to, `''` for all else. Spec: WHATWG HTML §9.2.6.
 */
export function rewriteEventStream(
  text: string,
  rewrite: (eventName: string, value: string) => string,
): string {
  const lines = text.split('\n');
  const output: string[] = [];
  let name = '';
  for (let at = 0; at < lines.length; ) {
    const field = FIELD.exec(lines[at] as string)?.[0] ?? '';
    let next = at + 1;
    const isData = field.startsWith('data:');
    while (isData && next < lines.length && lines[next]?.startsWith('data:')) next++;
    const fields = lines.slice(at, next).map((part) => FIELD.exec(part)?.[0] ?? '');
    const value = lines
      .slice(at, next)
      .map((part, step) => part.slice(fields[step]?.length ?? 0))
      .join('\n');
    const rewritten = rewrite(isData ? name : '', value);
    if (field.startsWith('event:')) name = value.trim();
    else if (field === '') name = '';
    output.push(...rewritten.split('\n').map((part, step) => (fields[step] ?? 'data: ') + part));
    at = next;
  }
  return output.join('\n');
}
