import { otherStatusIn } from './one-line.ts';
import { decodeXmlText } from './xml-error.ts';

/**
 * What an error page says in one line: its title, its first heading where that says more, and where both say no more than the status
 * does, its first sentence; of a gateway the sentence that names another status than its `own`. `''`: nothing.
 */
export function readErrorPage(body: string, own = 0): string {
  const head = body.slice(0, 64 * 1024);
  const title = textOf(/<title[^<>]{0,200}>([^<]{1,1000})</i.exec(head)?.[1]);
  const heading = textOf(/<h[12][^<>]{0,200}>([^<]{1,1000})</i.exec(head)?.[1]);
  const parts = [title, heading].filter((part): part is string => part !== undefined);
  const sentence =
    own === 502 || own === 504
      ? sentenceOnOther(head, own)
      : parts.every((part) => isBareStatus(part))
        ? firstSentence(head)
        : undefined;
  const said = parts.length === 2 && parts[0]?.includes(parts[1] ?? '') ? parts.slice(0, 1) : parts;
  return [...said, ...(sentence === undefined || said.includes(sentence) ? [] : [sentence])].join(' – ');
}

/** Statuses by their number and by what pages call them, perhaps behind the name of whose page it is. RFC 9110 §15. */
const bareStatus =
  /^(?:(?!\d)[^|–:]{1,40} [-|–:] )?(?:http )?(?:error|status)?[\s:#-]{0,3}\d{0,3}[\s:.–-]{0,3}\(?(?:bad request|unauthori[sz]ed|payment required|(?:access )?forbidden|access denied|not found|conflict|gone|internal server error|service (?:temporarily )?unavailable|(?:an )?error(?: (?:has )?occurred)?|oops|sorry|something went wrong)?\)?[\s!.]{0,3}\d{0,3}$/i;
const isBareStatus = (part: string) => bareStatus.test(part);
/** What servers write below a status by themselves, which says no more than it. */
const boilerplate =
  /^(?:the requested url was not found|you don['’]t have permission to access|the server encountered an internal error|the page you (?:are looking for|requested)|please (?:try|contact)|if you|copyright|©)/i;

/** The first paragraph that is a sentence. */
function firstSentence(html: string): string | undefined {
  for (const [, inner = ''] of html.slice(0, 16 * 1024).matchAll(/<p(?:\s[^<>]{0,200})?>([^<]{1,300})</gi)) {
    const sentence = textOf(inner);
    if (sentence !== undefined && sentence.split(' ').length > 2)
      return boilerplate.test(sentence) ? undefined : sentence;
  }
  return undefined;
}

/** The first paragraph or cell of a gateway's page that names the status it was answered with. */
function sentenceOnOther(html: string, own: number): string | undefined {
  for (const [, inner = ''] of html.matchAll(/<(?:p|li|td|dd|pre)(?:\s[^<>]{0,200})?>([^<]{1,500})</gi)) {
    const sentence = textOf(inner);
    if (sentence !== undefined && otherStatusIn(sentence, own) !== undefined) return sentence;
  }
  return undefined;
}

function textOf(html: string | undefined): string | undefined {
  const text = decodeXmlText(html ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? undefined : text;
}
