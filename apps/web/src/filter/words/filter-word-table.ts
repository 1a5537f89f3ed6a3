import type { Language } from '@harrier/knowledge';
import { en } from './en.ts';
import type { FilterWords } from './filter-words.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { zhCn } from './zh-cn.ts';
import { zhTw } from './zh-tw.ts';

/** The words of the filter language, by language. */
export const filterWordTable: Readonly<Record<Language, FilterWords>> = {
  en,
  fr,
  ja,
  ko,
  'zh-CN': zhCn,
  'zh-TW': zhTw,
};
