import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const title =
  '# Benchmarks\n\nWritten by `npm run bench -- <suite> --markdown`; do not edit between the marks.\n';

/** Puts lines between the marks of this name in a document; everything outside them stays. */
export function replaceSection(file: string, name: string, lines: readonly string[]): void {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : title;
  writeFileSync(file, withSection(text, name, lines));
}

/** The document with the section in it, at its end when it had none. */
export function withSection(text: string, name: string, lines: readonly string[]): string {
  const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const section = [begin, ...lines, end].join('\n');
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) return `${text.trimEnd()}\n\n${section}\n`;
  return text.slice(0, from) + section + text.slice(to + end.length);
}
