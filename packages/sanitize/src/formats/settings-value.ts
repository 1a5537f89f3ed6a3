import { nameMeaning } from '../names/name-meaning.ts';
import { looksRandom } from '../values/looks-random.ts';
import { isPlainWords } from '../values/plain-words.ts';
import type { SettingsLine } from './settings-line.ts';

/** What a text is besides its settings: code takes more for a value to count. */
export type FileKind = 'yaml' | 'code' | 'other';

/** Whether a line is one of code. */
export function isCode(line: string): boolean {
  const start = line.trim();
  return CODE_START.test(start) || (start.startsWith('if ') && /[:{\]]$/.test(start));
}

const CODE_START =
  /^(?:(?:def|class|import|from|return|function|const|let|var|elif|else|for|while|try|except|public|private|protected|func|fn|struct|package|using|namespace)[ \t({:]|if ?[[(]|#include)/;

/** Not what stands behind such names in code and in prose. */
export function isSettingsValue(
  { text, start, end, sign }: SettingsLine,
  name: string,
  value: string,
  kind: FileKind,
): boolean {
  const isQuoted = isQuotedAt(text, start, end);
  const hasDigit = /\d/.test(value) && /[A-Za-z]/.test(value);
  if (kind === 'code' && (!hasDigit || /[()[\]{},]/.test(value))) return false;
  if (/^https?:\/\//i.test(value)) return false;
  if (isQuoted) return true;
  if (/^(?:true|false|yes|no|on|off|null|~|none|nil)$/i.test(value) || isPlainWords(value)) return false;
  // A variable, a call, a member, a type.
  if (/^(?:\$[A-Za-z_(]|[<{[])/.test(value) || /[{([)]$/.test(value)) return false;
  if (/^[A-Za-z_$][A-Za-z_$]{0,30}(?:\.[A-Za-z_$]{1,30}){1,6}$/.test(value)) return false;
  if (TYPES.test(value)) return false;
  // People choose words for passwords; what else is called so is drawn.
  const isChosen = nameMeaning('json', name)?.row?.guard === 'any';
  if (!isChosen && !hasDigit && !looksRandom(value)) return false;
  return kind === 'yaml' || sign === '=' || !/\s/.test(value);
}

function isQuotedAt(line: string, start: number, end: number): boolean {
  const quote = line[start - 1] ?? '';
  return (quote === '"' || quote === "'") && line[end] === quote;
}

const TYPES =
  /^(?:str|int|bool|bytes|any|char|varchar|uuid|Str|String|Text|Secret|Option|Optional|Maybe|Nullable)(?:[[<?(| ]|$)/;
