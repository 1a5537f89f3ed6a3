// What form a text has, told by its beginning. Only a guess: whoever reads the form looks closer.

/** The first character that is no blank; `''` where there is none near the beginning. */
export function firstSign(text: string): string {
  return /[^\s\uFEFF]/.exec(text.slice(0, 64))?.[0] ?? '';
}

/** A boundary, and behind it the head of a part. */
export function isMultipart(text: string): boolean {
  const start = text.slice(0, 1000).trimStart();
  return start.startsWith('--') && /\nContent-Disposition:/i.test(start);
}

/** `a=1&b=2`: one pair at least, no blanks, and the first name looks like one. */
export function isForm(text: string): boolean {
  return text.length < MAX_FORM && /^[A-Za-z_$][\w.$~%[\]-]{0,200}=/.test(text) && !/\s/.test(text);
}

const MAX_FORM = 1_000_000;

/** The value of a Link field, `<…>; rel=…`: a tag's name is followed by a blank or the bracket, a tag by no semicolon or comma, and no tag is called as an address is. */
export function isLinks(text: string): boolean {
  return /^\s{0,8}<[^<>\s]+>\s{0,8}[;,]/.test(text) || /^\s{0,8}<https?:\/\/[^<>\s]+>/i.test(text);
}

/** Markup, or something that begins as it does. */
export function isMarkup(text: string): boolean {
  return /^\s*<(?:[!?/]|[A-Za-z])/.test(text);
}

/** An address, absolute or relative, and nothing else. */
export function isUrl(text: string): boolean {
  if (text.length > MAX_URL || /\s/.test(text)) return false;
  return (
    /^(?:[A-Za-z][A-Za-z\d+.-]{1,20}:\/\/|\/[^/]|\.{1,2}\/|\?|#)/.test(text) ||
    /^[\w./-]{1,300}\?[^=]{1,100}=/.test(text)
  );
}

const MAX_URL = 200_000;

/** `data:text/plain,…` */
export function isDataUrl(text: string): boolean {
  return /^data:[^,]{0,200},/i.test(text);
}

/** Messages of an event stream. */
export function isEventStream(text: string): boolean {
  return /^\s*(?:data|event|id|retry|):/.test(text) && text.includes('\n');
}

/** Shorter base64 holds at most a word. */
const MIN_BASE64_LENGTH = 16;

/** Long enough, and begins as base64 or base64url does. */
export function mayBeBase64(text: string): boolean {
  return (
    text.length >= MIN_BASE64_LENGTH &&
    /^[A-Za-z0-9+/_-]{16}/.test(text.slice(0, 16)) &&
    !text.slice(0, 512).includes(' ')
  );
}
