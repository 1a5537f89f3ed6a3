import { isPseudonymous } from '../pseudonyms/is-pseudonymous.ts';
import type { SecretSpan } from '../secret-span.ts';
import { isChosenOrDrawn } from '../values/chosen.ts';

/**
 * Passwords and codes in sentences of languages whose words are not told by ASCII: Chinese, Japanese, Korean. What is
 * in ASCII is found by `shapes/spoken.ts`.
 */
const PASSWORD_SPOKEN =
  /(?:密[码碼]|口令|パスワード|パスコード|비밀번호|패스워드|암호)[\s\u3000:：=は為为是が은는이가「『“"'‘[【（(]{1,8}([!#-&*+\-./0-9:;=?-Z^-~]{4,128})/g;

/** Digits alone: what is sent to a telephone, or chosen for one. */
const CODE_SPOKEN =
  /(?:[验驗][证證][码碼]|校[验驗][码碼]|[动動][态態][码碼]|PIN ?[码碼]|暗証番号|[認确確][証认認]コード|確認コード|PINコード|인증 ?번호|인증 ?코드|확인 ?코드|핀 ?번호)[\s\u3000:：=は為为是が은는이가「『“"'‘[【（(]{1,8}(\d{4,10})(?!\d)/g;

/** One of the words, as cheaply as that is found out. */
const WORD = /[码碼]|口令|パス|暗証|コード|비밀|패스|암호|번호/;

/** The passwords and codes that sentences tell, in order. */
export function spokenSecrets(text: string): SecretSpan[] {
  if (!WORD.test(text)) return [];
  const spans: SecretSpan[] = [];
  for (const [pattern, kind] of [
    [PASSWORD_SPOKEN, 'password'],
    [CODE_SPOKEN, 'one-time-code'],
  ] as const)
    for (const match of text.matchAll(pattern)) {
      const value = (match[1] ?? '').replace(/[.,;:!?]{1,8}$/, '');
      const start = match.index + match[0].length - (match[1] ?? '').length;
      if (kind === 'password' && !isChosenOrDrawn(value)) continue;
      if (!isPseudonymous(value)) spans.push({ start, end: start + value.length, kind, rule: 'text/spoken' });
    }
  return spans.sort((a, b) => a.start - b.start);
}

/** The first bytes of the characters in question, in UTF-8: from U+3000 to U+DFFF. */
const FIRST_LEAD = 0xe3;
const LAST_LEAD = 0xed;

/** Whether a text in UTF-8 has a character of these languages; `from` is where its first byte beyond ASCII may stand. */
export function hasTheirLetters(written: Uint8Array, from: number): boolean {
  for (let at = from; at < written.length; at++) {
    const byte = written[at] as number;
    if (byte >= FIRST_LEAD && byte <= LAST_LEAD) return true;
  }
  return false;
}
