import type { Language } from '@harrier/knowledge';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { zhCn } from './zh-cn.ts';
import { zhTw } from './zh-tw.ts';

/** Everything that the pages of cases say by themselves, in one language. What errors mean is said by the server. */
export type CasePageWords = typeof en;

export const casePageWords: Readonly<Record<Language, CasePageWords>> = {
  en,
  fr,
  ja,
  ko,
  'zh-CN': zhCn,
  'zh-TW': zhTw,
};
