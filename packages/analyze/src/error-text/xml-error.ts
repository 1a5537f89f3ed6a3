import type { ErrorFamily } from './extracted-error.ts';
import { readXmlRpcFault } from './framed-errors.ts';
import { textKeys } from './shape-hit.ts';

/** What an XML body says, by local names only: documents in the field declare wrong namespaces. */
export interface XmlHit {
  readonly text: string;
  readonly family: ErrorFamily;
  readonly code?: string;
}

/** Error documents are small; what is longer is data. */
const MAX_XML_CHARS = 256 * 1024;

/**
 * Reads the error of an XML answer: OCI-P ErrorResponse, SOAP 1.1 and 1.2 faults, AWS and Webex XML. `failed`:
 * the answer failed by its status, so any element that reads like a message counts.
 */
export function readXmlError(body: string, failed: boolean): XmlHit | undefined {
  const xml = body.slice(0, MAX_XML_CHARS);
  if (/[\s"':]type\s{0,4}=\s{0,4}["'](?:[\w-]{1,40}:)?ErrorResponse["']/.test(xml)) {
    const summary = element(xml, 'summaryEnglish') ?? element(xml, 'summary');
    const detail = element(xml, 'detail');
    const code = element(xml, 'errorCode') ?? /\[Error (\d{1,6})\]/.exec(summary ?? '')?.[1];
    const text = [summary, detail === summary ? undefined : detail]
      .filter((part) => part !== undefined)
      .join(' – ');
    return { text: text || 'ErrorResponse', family: 'oci', ...(code === undefined ? {} : { code }) };
  }
  const rpcFault = readXmlRpcFault(xml);
  if (rpcFault !== undefined) return { ...rpcFault, family: 'xml' };
  if (/<(?:[\w-]{1,40}:)?Fault[\s>]/.test(xml)) {
    const text = element(xml, 'faultstring') ?? element(xml, 'Text') ?? element(xml, 'Reason');
    const code = element(xml, 'faultcode') ?? element(xml, 'Value');
    return { text: text ?? code ?? 'SOAP Fault', family: 'soap', ...(code === undefined ? {} : { code }) };
  }
  if (/<(?:[\w-]{1,40}:)?result>\s{0,40}FAILURE\s{0,40}</i.test(xml)) {
    const code = element(xml, 'exceptionID');
    return {
      text: element(xml, 'reason') ?? 'FAILURE',
      family: 'webex',
      ...(code === undefined ? {} : { code }),
    };
  }
  const awsCode = element(xml, 'Code');
  const awsMessage = element(xml, 'Message');
  if (/<(?:[\w-]{1,40}:)?Error[\s>]/.test(xml) && awsCode !== undefined) {
    return {
      text: awsMessage === undefined ? awsCode : `${awsCode}: ${awsMessage}`,
      family: 'aws',
      code: awsCode,
    };
  }
  if (!failed) return undefined;
  const text = [
    'message',
    'Message',
    'faultstring',
    'detail',
    'description',
    'reason',
    'error',
    'summary',
    'title',
    ...textKeys,
    'text',
  ]
    .map((name) => element(xml, name, 'gi'))
    .find((found) => found !== undefined);
  return text === undefined ? undefined : { text, family: 'xml' };
}

/** The text of the first element of this local name that has some. */
function element(xml: string, name: string, flags: 'g' | 'gi' = 'g'): string | undefined {
  const open = new RegExp(`<(?:[\\w-]{1,40}:)?${name}(?:\\s[^<>]{0,1000})?>([^<]{1,4000})<`, flags);
  for (const match of xml.matchAll(open)) {
    const text = decodeXmlText(match[1] ?? '').trim();
    if (text !== '') return text;
  }
  return undefined;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** XML's five entities; nothing else is expanded. */
export function decodeXmlText(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '');
}
