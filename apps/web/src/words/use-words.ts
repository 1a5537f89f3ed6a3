import { type Language, pickLanguage, type Words } from '@harrier/knowledge';
import { words } from '@harrier/knowledge/words';
import { create } from 'zustand';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import type { WebWords } from './web-words.ts';
import { zhCn } from './zh-cn.ts';
import { zhTw } from './zh-tw.ts';

const languageTable: Readonly<Record<Language, WebWords>> = {
  en,
  fr,
  ja,
  ko,
  'zh-CN': zhCn,
  'zh-TW': zhTw,
};

interface LanguageChoice {
  readonly language: Language;
  choose(language: Language): void;
}

const KEY = 'harrier.language';

/** The language of the page: the chosen one, else the browser's, else English. */
export const useLanguage = create<LanguageChoice>((set) => ({
  language: initialLanguage(),
  choose: (language) => {
    localStorage.setItem(KEY, language);
    document.documentElement.lang = language;
    set({ language });
  },
}));

/** What reads the page aloud, and how numbers are written, go by the page's own language from the first word on. */
function initialLanguage(): Language {
  const wanted = [localStorage.getItem(KEY) ?? undefined, ...navigator.languages];
  const language = wanted.map(pickLanguage).find((known) => known !== undefined) ?? 'en';
  document.documentElement.lang = language;
  return language;
}

/** What the page says, and what `knowledge` says, in the page's language. */
export type PageWords = WebWords & { readonly knowledge: Words };

/** One object for each language: what is drawn with it is drawn again only in another one. */
const pageWords = new Map<Language, PageWords>();

export function useWords(): PageWords {
  const { language } = useLanguage();
  const known = pageWords.get(language) ?? { ...languageTable[language], knowledge: words(language) };
  pageWords.set(language, known);
  return known;
}
