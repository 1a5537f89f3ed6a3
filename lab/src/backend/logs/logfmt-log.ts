import { isoTime } from './timestamps.ts';

/** One line of `key=value` pairs; values with blanks or quotes are quoted. */
export function logfmtLine(atMs: number, pairs: Readonly<Record<string, string | number>>): string {
  const words = Object.entries(pairs).map(([key, value]) => `${key}=${quoted(String(value))}`);
  return `ts=${isoTime(atMs)} ${words.join(' ')}\n`;
}

function quoted(value: string): string {
  return /^[^\s"=]+$/.test(value) ? value : JSON.stringify(value);
}
