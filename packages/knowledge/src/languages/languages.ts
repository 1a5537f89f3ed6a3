import type { Language } from '../language.ts';
import type { Words } from '../words.ts';
import { en } from './en/words.ts';
import { fr } from './fr/words.ts';
import { ja } from './ja/words.ts';
import { ko } from './ko/words.ts';
import { zhCn } from './zh-cn/words.ts';
import { zhTw } from './zh-tw/words.ts';

/** Every language; one without a line here does not compile. */
const wordsByLanguage: Readonly<Record<Language, Words>> = {
  en,
  fr,
  ja,
  ko,
  'zh-CN': zhCn,
  'zh-TW': zhTw,
};

/** Everything that Harrier says in one language. */
export function words(language: Language): Words {
  return wordsByLanguage[language];
}
