import type { Language } from '../language.ts';
import type { Words } from '../words.ts';

/** Every language by itself; one without a line here does not compile. */
const loaders: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => (await import('./en/words.ts')).en,
  fr: async () => (await import('./fr/words.ts')).fr,
  ja: async () => (await import('./ja/words.ts')).ja,
  ko: async () => (await import('./ko/words.ts')).ko,
  'zh-CN': async () => (await import('./zh-cn/words.ts')).zhCn,
  'zh-TW': async () => (await import('./zh-tw/words.ts')).zhTw,
};

/** What `words` gives, without loading the other languages: for a program that starts, speaks one of them and ends. */
export async function loadWords(language: Language): Promise<Words> {
  return await loaders[language]();
}
