import { describe, expect, it } from 'vitest';
import { languageOfEnvironment, pickLanguage } from './language.ts';

describe('a tag or locale', () => {
  it.each([
    ['en', 'en'],
    ['en-US', 'en'],
    ['fr_CA.UTF-8', 'fr'],
    ['FR', 'fr'],
    ['ja_JP.eucJP', 'ja'],
    ['ko-KR', 'ko'],
    ['zh', 'zh-CN'],
    ['zh_CN.GB18030', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['zh_TW.UTF-8', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh_HK', 'zh-TW'],
    ['zh-MO', 'zh-TW'],
    ['ko_KR@hanja', 'ko'],
  ])('%s means %s', (tag, language) => {
    expect(pickLanguage(tag)).toBe(language);
  });

  it.each(['C', 'POSIX', 'C.UTF-8', '', 'de', 'english', 'x', undefined])(
    '%s is none that is spoken',
    (tag) => {
      expect(pickLanguage(tag)).toBeUndefined();
    },
  );
});

describe('the environment', () => {
  it('is read in the order of POSIX', () => {
    expect(languageOfEnvironment({ LC_ALL: 'fr_FR.UTF-8', LANG: 'ja_JP.UTF-8' })).toBe('fr');
    expect(languageOfEnvironment({ LC_ALL: '', LC_MESSAGES: 'ko_KR', LANG: 'ja_JP' })).toBe('ko');
    expect(languageOfEnvironment({ LANG: 'ja_JP.UTF-8' })).toBe('ja');
  });

  it('may list several languages, of which the first spoken one counts', () => {
    expect(languageOfEnvironment({ LANG: 'de_DE.UTF-8', LANGUAGE: 'de:zh_TW:en' })).toBe('zh-TW');
  });

  it('means English where it says C, nothing, or what is not spoken', () => {
    expect(languageOfEnvironment({})).toBe('en');
    expect(languageOfEnvironment({ LC_ALL: 'C', LANGUAGE: 'fr' })).toBe('en');
    expect(languageOfEnvironment({ LANG: 'de_DE.UTF-8' })).toBe('en');
  });
});
