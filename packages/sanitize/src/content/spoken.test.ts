import { describe, expect, it } from 'vitest';
import { createPseudonymiser } from '../pseudonyms/pseudonymiser.ts';
import { ContentRewriter } from './content-rewriter.ts';
import { isBeyondSuspicion as isBeyondSuspicionFast, isWrittenBeyondSuspicion } from './sift.ts';
import { isBeyondSuspicion } from './suspicion.ts';

function rewrite(text: string, mimeType = 'text/plain'): string {
  const pseudonymiser = createPseudonymiser(new Uint8Array(32).fill(3));
  return new ContentRewriter({ pseudonymiser, strictness: 'default', onSecret: () => {} }).rewriteText(
    text,
    mimeType,
  );
}

const padding = ' ordinary words follow here and go on'.repeat(12);

describe('a password or a code in a sentence', () => {
  it.each([
    ['en', 'Your password is: Kestrel7412'],
    ['en', 'Your PIN is 4711.'],
    ['en', '482913 is your verification code'],
    ['fr', 'Votre mot de passe est Kestrel7412'],
    ['fr', 'Mot de passe : Kestrel7412'],
    ['fr', 'Votre code de vérification est 482913'],
    ['ja', 'パスワードは「Kestrel7412」です。'],
    ['ja', 'パスワード：Kestrel7412'],
    ['ja', '認証コード：482913'],
    ['ja', 'あなたの暗証番号は 4711 です'],
    ['ko', '비밀번호는 Kestrel7412 입니다'],
    ['ko', '비밀번호: Kestrel7412'],
    ['ko', '[본인확인] 인증번호 [482913]를 입력하세요'],
    ['zh-CN', '您的密码是 Kestrel7412'],
    ['zh-CN', '密码：Kestrel7412'],
    ['zh-CN', '您的验证码是482913，5分钟内有效'],
    ['zh-TW', '初始密碼為Kestrel7412。'],
    ['zh-TW', '您的驗證碼：482913'],
  ])('goes in %s: %s', (_, text) => {
    for (const sample of [text, text + padding]) {
      expect(rewrite(sample)).not.toMatch(/Kestrel7412|482913|4711/);
      expect(rewrite(JSON.stringify({ message: sample }), 'application/json')).not.toMatch(
        /Kestrel7412|482913|4711/,
      );
      expect(rewrite(rewrite(sample))).toBe(rewrite(sample));
    }
    const long = JSON.stringify({ message: text + padding });
    for (const sift of [isBeyondSuspicion, isBeyondSuspicionFast]) expect(sift(long, 'json')).toBe(false);
    const written = new TextEncoder().encode(JSON.stringify(long).slice(1, -1));
    expect(isWrittenBeyondSuspicion(written, 'application/json', 0, () => long)).toBe(false);
  });

  it.each([
    '<p>Your password is <b>Kestrel7412</b></p>',
    '<p>Votre mot de passe est : <strong>Kestrel7412</strong></p>',
    '<p>您的密码是 <code>Kestrel7412</code></p>',
    '<p>비밀번호: <span>Kestrel7412</span></p>',
  ])('goes from an element of its own: %s', (html) => {
    expect(rewrite(html, 'text/html')).not.toContain('Kestrel7412');
  });
});

describe('what is said about passwords and codes', () => {
  it.each([
    'Your password is required. Your PIN is wrong.',
    'Your password is too short: use 8 signs and more.',
    'Verification code expired after 10 minutes.',
    'Votre mot de passe est obligatoire, au moins 12 signes.',
    'Le code de vérification a expiré.',
    '请输入密码。密码长度为8-20位，必须包含字母和数字。',
    '密码是必填项',
    '验证码已发送至 138****1234，有效期 5 分钟',
    '驗證碼錯誤，請重新輸入',
    'パスワードは8文字以上で入力してください。',
    'パスワード：必須',
    '認証コードの有効期限は10分です',
    '비밀번호는 8자 이상이어야 합니다',
    '인증번호가 만료되었습니다. 오류 코드: 4004',
  ])('stays: %s', (text) => {
    for (const sample of [text, text + padding, `<p>${text} <b>required</b></p>`])
      expect(rewrite(sample, sample.startsWith('<') ? 'text/html' : 'text/plain')).toBe(sample);
  });
});
