/** A number with thin spaces between its thousands, at which no line breaks. */
export function countText(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, '\u202f');
}

/** A sentence about so many things, which are written in it as {@link countText} writes them. */
export function countedText(count: number, tell: (count: number) => string): string {
  return tell(count).replace(String(count), countText(count));
}

/** A number as the page's language writes it: French parts the decimals by a comma. */
export function decimalText(number: number | string): string {
  const text = String(number);
  const isFrench = globalThis.document?.documentElement.lang === 'fr';
  return isFrench ? text.replace('.', ',') : text;
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size in units of 1,000 with three digits at most. */
export function byteText(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < UNITS.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${unit === 0 ? size : decimalText(Number(size.toPrecision(3)))} ${UNITS[unit]}`;
}

/** A duration: `842 ms`, `1.84 s`, from two minutes on `2 min 5 s`, then `1 h 22 min`. */
export function durationText(ms: number): string {
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 119_500) return `${decimalText((ms / 1000).toFixed(2))} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
