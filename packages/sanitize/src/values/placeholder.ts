/**
 * Whether a value is a mark left by somebody who already took the credential out, or that never held one:
 * stars, dots, a bracketed word, a template variable, `undefined`. Removing it again would make a sanitized
 * capture look as if it had held something. Safe under any name: nobody's password is `[redacted]`.
 * Seen in: Cloudflare's `[token redacted]`, API consoles (`***`), templates (`{{token}}`).
 */
export function isRedactionMark(value: string): boolean {
  const text = value.trim();
  if (text.length === 0) return true;
  if (text.length > 64) return SAME_SIGN.test(text);
  return SAME_SIGN.test(text) || MARKS.has(text.toLowerCase()) || BRACKETED.test(text);
}

/**
 * Whether a value is a mark or a sample's stand-in (`changeme`, `your-api-key`, `000000`). Some people do use
 * these as passwords and PINs, so those kinds ask `isRedactionMark` instead.
 */
export function isPlaceholder(value: string): boolean {
  return (
    isRedactionMark(value) ||
    SAMPLES.has(value.toLowerCase()) ||
    ZEROS.test(value) ||
    YOURS.test(value) ||
    ALPHABET.test(value)
  );
}

/** The characters that programs draw from, in their order. */
const ALPHABET = /^(?:abcdefghijklmnop|0123456789ab)/i;

/** One sign over and over. Three letters x and fewer are too few to be sure. */
const SAME_SIGN = /^(?:[*•.●-]{1,4096}|[xX]{4,4096})$/;

const MARKS = new Set(
  'redacted removed masked hidden filtered scrubbed sanitized obfuscated omitted undefined null nan n/a'.split(
    ' ',
  ),
);

/** `[redacted]`, `[token redacted]`, `[object Object]`, `<token>`, `{{apiKey}}`, `${TOKEN}`, `%TOKEN%`: words only inside. */
const BRACKETED =
  /^(?:\[[A-Za-z][A-Za-z _.:-]{0,40}\]|<[A-Za-z][A-Za-z _.:-]{0,40}>|\$?\{{1,3} ?[A-Za-z][A-Za-z0-9_.:-]{0,40} ?\}{1,3}|%[A-Z][A-Z_]{1,40}%)$/;

const SAMPLES = new Set('secret changeme todo example string none nil test'.split(' '));

const ZEROS = /^0{6,4096}$/;

const YOURS =
  /^(?:your|my|insert|enter|paste)[_ -](?:[a-z]{1,16}[_ -]){0,4}(?:key|token|secret|code|here|id)$/i;
