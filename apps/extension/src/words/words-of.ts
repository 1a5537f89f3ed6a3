import type { Language } from '@harrier/knowledge';
import { en } from './en.ts';
import type { ExtensionWords } from './extension-words.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { zhCn } from './zh-cn.ts';
import { zhTw } from './zh-tw.ts';

/** The extension's words by language; a language without words does not compile. */
export const extensionWords: Readonly<Record<Language, ExtensionWords>> = {
  en,
  fr,
  ja,
  ko,
  'zh-CN': zhCn,
  'zh-TW': zhTw,
};
