/** The languages that Harrier speaks, as BCP 47 tags. */
export const languages = ['en', 'fr', 'ja', 'ko', 'zh-CN', 'zh-TW'] as const;

export type Language = (typeof languages)[number];

/** Chinese is told apart by script or place: Hong Kong and Macau read traditional characters. */
const traditionalChinese = /^zh(?:-|_)(?:hant|tw|hk|mo)\b/i;

/**
 * The language for a BCP 47 tag (`zh-Hant-TW`, `fr-CA`) or a locale of the environment (`ja_JP.UTF-8`); undefined where
 * there is none for it, `C` and `POSIX` included.
 */
export function pickLanguage(tag: string | undefined): Language | undefined {
  const text = (tag ?? '').trim().replace(/[.@].*$/, '');
  if (/^zh\b|^zh_/i.test(text)) return traditionalChinese.test(text) ? 'zh-TW' : 'zh-CN';
  const primary = /^[a-z]{2,3}(?=$|[-_])/i.exec(text)?.[0].toLowerCase();
  return languages.find((language) => language === primary);
}

/**
 * The language that the environment asks for: `LC_ALL`, else `LC_MESSAGES`, else `LANG`, as POSIX orders them; `LANGUAGE`
 * may list several, and goes first unless the locale is `C`. English where none of them is spoken.
 */
export function languageOfEnvironment(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  const isPlain = locale === undefined || /^(?:C|POSIX)(?:\.|$)/i.test(locale);
  const wishes = [...(isPlain ? [] : (env.LANGUAGE ?? '').split(':')), locale];
  for (const wish of wishes) {
    const language = pickLanguage(wish);
    if (language !== undefined) return language;
  }
  return 'en';
}
