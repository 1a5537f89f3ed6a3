import { type Language, type Words, words } from '@harrier/knowledge';
import type { CliWords } from './cli-words.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { zhCn } from './zh-cn.ts';
import { zhTw } from './zh-tw.ts';

/** Everything that is said in one language: by the command line itself, and what `knowledge` says of findings, notes and errors. */
export type AllWords = CliWords & { readonly knowledge: Words };

const languageTable: Readonly<Record<Language, CliWords>> = {
  en,
  fr,
  ja,
  ko,
  'zh-CN': zhCn,
  'zh-TW': zhTw,
};

export function wordsFor(language: Language): AllWords {
  return { ...languageTable[language], knowledge: words(language) };
}
