import { describe, expect, it } from 'vitest';
import { createPseudonymiser } from '../pseudonyms/pseudonymiser.ts';
import { createRandom } from '../testing/random.ts';
import { bytesToLatin1, latin1ToBytes } from './bytes.ts';
import { ContentRewriter } from './content-rewriter.ts';
import { isBeyondSuspicion as isBeyondSuspicionFast } from './sift.ts';
import { isBeyondSuspicion } from './suspicion.ts';
import { decodeUtf16, encodeUtf16 } from './utf16.ts';
import { decodeUtf32, encodeUtf32 } from './utf32.ts';
import { wideText } from './wide-text.ts';

const chosen = 'CedarIndigoEmber';

function rewriter(): ContentRewriter {
  const pseudonymiser = createPseudonymiser(new Uint8Array(32).fill(3));
  return new ContentRewriter({ pseudonymiser, strictness: 'default', onSecret: () => {} });
}

const texts = {
  English: `{"user":"ann","password":"${chosen}"}`,
  Ukrainian: `{"ім’я":"Леся Українка з міста Київ, вулиця Гончара","пароль":"${chosen}"}`,
  Chinese: `{"说明":"这是一个很长的中文说明文字用来描述系统的配置以及如何登录到控制台的方法","密码":"${chosen}"}`,
  Japanese: `{"説明":"これは設定の説明です。ログインの方法を書いています。絵文字😀","パスワード":"${chosen}"}`,
  Korean: `{"설명":"시스템 설정과 로그인 방법에 대한 설명입니다","비밀번호":"${chosen}"}`,
};

const writings = {
  'UTF-16, little end first': (text: string) => encodeUtf16(text, 'little'),
  'UTF-16, big end first': (text: string) => encodeUtf16(text, 'big'),
  'UTF-32, little end first': (text: string) => encodeUtf32(text, 'little'),
  'UTF-32, big end first': (text: string) => encodeUtf32(text, 'big'),
};

function read(bytes: Uint8Array): string {
  return wideText(bytes, '')?.text ?? '';
}

describe('a text of several bytes a character', () => {
  for (const [writing, encode] of Object.entries(writings))
    for (const [language, text] of Object.entries(texts)) {
      // The zeros by which UTF-32 is told are those of ASCII.
      if (writing.includes('32') && language !== 'English') continue;
      it(`loses its password in ${writing}, in ${language}, with a mark and without, in base64 and as bytes`, () => {
        for (const sample of [text, `\ufeff${text}`]) {
          const bytes = encode(sample);
          const rewritten = rewriter().rewriteBytes(bytes, '') as Uint8Array;
          expect(read(rewritten)).toBe(
            sample.replace(chosen, /hx-pwd-[a-z0-9]+/.exec(read(rewritten))?.[0] ?? ''),
          );
          const json = JSON.stringify({ note: 'words '.repeat(60), file: btoa(bytesToLatin1(bytes)) });
          const { file } = JSON.parse(rewriter().rewriteText(json)) as { file: string };
          expect(read(latin1ToBytes(atob(file)))).toBe(read(rewritten));
        }
      });
    }

  it('loses its password where it was taken for one byte a character', () => {
    const sample = `${texts.English}${' '.repeat(300)}`;
    for (const text of [
      bytesToLatin1(encodeUtf16(sample, 'little')),
      bytesToLatin1(encodeUtf16(sample, 'big')),
    ]) {
      for (const sift of [isBeyondSuspicion, isBeyondSuspicionFast]) expect(sift(text, 'json')).toBe(false);
      expect(rewriter().rewriteText(text).replaceAll('\0', '')).toMatch(/"password":"hx-pwd-/);
    }
  });

  it('is written as it was read', () => {
    for (const text of Object.values(texts))
      for (const order of ['little', 'big'] as const) {
        expect(decodeUtf16(encodeUtf16(text, order), order)).toBe(text);
        expect(decodeUtf32(encodeUtf32(text, order), order)).toBe(text);
      }
  });
});

describe('bytes that are no text', () => {
  it('are not taken for one, without a mark that says so', () => {
    const random = createRandom(11);
    for (let run = 0; run < 20_000; run++) {
      const bytes = Uint8Array.from({ length: 16 + 4 * random.below(40) }, () => random.below(254));
      expect(wideText(bytes, '')).toBeUndefined();
    }
    const numbers = new Uint8Array(Uint16Array.from({ length: 64 }, (_, at) => at * 3).buffer);
    expect(wideText(numbers, '')).toBeUndefined();
    expect(wideText(new Uint8Array(256), '')).toBeUndefined();
  });
});
