import type { Language, Words } from '@harrier/knowledge';
import { loadWords } from '@harrier/knowledge/load-words';
import type { CliWords } from './cli-words.ts';

/** Everything that is said in one language: by the command line itself, and what `knowledge` says of findings, notes and errors. */
export type AllWords = CliWords & { readonly knowledge: Words };

const loaders: Readonly<Record<Language, () => Promise<CliWords>>> = {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  ja: async () => (await import('./ja.ts')).ja,
  ko: async () => (await import('./ko.ts')).ko,
  'zh-CN': async () => (await import('./zh-cn.ts')).zhCn,
  'zh-TW': async () => (await import('./zh-tw.ts')).zhTw,
};

/** Loaded when they are asked for: the other five languages took a sixth of the time that a command needs to start. */
export async function wordsFor(language: Language): Promise<AllWords> {
  const [own, knowledge] = await Promise.all([loaders[language](), loadWords(language)]);
  return { ...own, knowledge };
}
