import { firstText, type JsonObject, textKeys } from './shape-hit.ts';
import { readCodedVerdict } from './verdict.ts';
import { isWrongWord, verdictOf } from './verdict-words.ts';

/** Longer texts are documents. */
const MAX_VERDICT_CHARS = 500;
/** Small documents of old services have their verdict at hand. */
const MAX_XML_CHARS = 4000;

/** `ERROR: number is taken`, `NG|104`, `status=error&message=taken`: a verdict without any markup. */
export function readPlainVerdict(body: string): string | undefined {
  if (body.length > MAX_VERDICT_CHARS) return undefined;
  if (/^[\w.-]{1,40}=[^\s=&]*(?:&[\w.-]{1,40}=[^\s=&]*)+$/.test(body))
    return failedText(Object.fromEntries(new URLSearchParams(body)));
  const [line = ''] = body.split(/[\r\n]/, 1);
  const [, word = '', rest = ''] = /^(\p{L}{2,20})(\s*(?:[:;|,].*|\d.*|))$/u.exec(line) ?? [];
  return isWrongWord(word) ? rest.replace(/^[\s:;|,]+/, '') || line : undefined;
}

/** `<answer><status>NG</status><reason>…`, `<rsp stat="fail">`: elements and attributes that say so. For answers to changes: a thing may have such a state. */
export function readXmlVerdict(xml: string): string | undefined {
  if (xml.length > MAX_XML_CHARS) return undefined;
  const [root = ''] = /<[^?!][^<>]{0,1000}>/.exec(xml) ?? [];
  const said: Record<string, string> = {};
  for (const [, name = '', value = ''] of root.matchAll(/\s([\w-]{1,40})\s{0,2}=\s{0,2}"([^"<]{0,200})"/g))
    said[name] = value;
  for (const [, name = '', text = ''] of xml.matchAll(
    /<(?:[\w-]{1,40}:)?([\p{L}_][\p{L}\d_-]{0,40})>([^<]{1,500})</gu,
  ))
    said[name] ??= text.trim();
  return failedText(said) ?? errorElement(xml);
}

/** `<answer><error>Number is taken</error></answer>`, `<fehler><text>…`: an element that is called an error, with its text or that of one in it. */
function errorElement(xml: string): string | undefined {
  const [, inner] =
    /<(?:[\w-]{1,40}:)?(?:errors?|fault|failure|exception|fehler|erreurs?|errore|erro|エラー|错误|錯誤|오류)(?:\s[^<>]{0,200})?>\s{0,40}((?:<[^<>]{1,200}>\s{0,40}){0,3}[^<]{1,500})</iu.exec(
      xml,
    ) ?? [];
  const text = inner?.replace(/^(?:<[^<>]{1,200}>\s{0,40})+/, '').trim();
  return text === undefined || text === '' || /^(?:0+|none|no|false|null|ok)$/i.test(text) ? undefined : text;
}

function failedText(said: JsonObject): string | undefined {
  const coded = readCodedVerdict(said, '');
  if (coded !== undefined) return coded.text;
  if (verdictOf(said, 'answer') !== 'failed') return undefined;
  return firstText(said, '', textKeys, undefined)?.text ?? 'failed';
}
