/**
 * Colours, each with one meaning: red failed, amber slow or suspicious, grey fine or secondary. Nothing
 * is told by colour alone. Give them escaped text: they only wrap it.
 */
export interface Style {
  failed(text: string): string;
  slow(text: string): string;
  muted(text: string): string;
  strong(text: string): string;
}

const colourful: Style = {
  failed: (text) => sgr('31', text),
  slow: (text) => sgr('33', text),
  muted: (text) => sgr('90', text),
  strong: (text) => sgr('1', text),
};

const plain: Style = {
  failed: (text) => text,
  slow: (text) => text,
  muted: (text) => text,
  strong: (text) => text,
};

/**
 * Whether to colour: FORCE_COLOR (not `0` or `false`) says yes, else NO_COLOR (no-color.org: present and
 * not empty) says no, else a terminal that is not dumb.
 */
export function chooseStyle(
  env: Readonly<Record<string, string | undefined>>,
  sink: { readonly isTerminal: boolean },
): Style {
  const forced = env.FORCE_COLOR;
  if (forced !== undefined && forced !== '') return forced === '0' || forced === 'false' ? plain : colourful;
  if (env.NO_COLOR) return plain;
  return sink.isTerminal && env.TERM !== 'dumb' ? colourful : plain;
}

function sgr(code: string, text: string): string {
  return text === '' ? '' : `\x1b[${code}m${text}\x1b[0m`;
}
