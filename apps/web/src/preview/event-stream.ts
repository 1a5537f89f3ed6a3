/** One message of an event stream. */
export interface StreamedEvent {
  /** `''` for one without a name, which pages know as `message`. */
  readonly name: string;
  readonly data: string;
}

/**
 * The messages of a `text/event-stream`. Spec: HTML, §9.2.6 “Interpreting an event stream”; but a last one that no blank line ends,
 * which a browser drops, is told: the recording ended in it.
 */
export function eventStreamMessages(text: string): StreamedEvent[] {
  const messages: StreamedEvent[] = [];
  let name = '';
  let data: string[] = [];
  const end = (): void => {
    if (data.length > 0) messages.push({ name, data: data.join('\n') });
    name = '';
    data = [];
  };
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    if (line === '') end();
    const [, field, value = ''] = /^([^:]+)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === 'data') data.push(value);
    if (field === 'event') name = value;
  }
  end();
  return messages;
}
