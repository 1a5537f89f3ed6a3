import { oneLine } from '../error-text/one-line.ts';
import { decodeXmlText } from '../error-text/xml-error.ts';
import type { Exchange } from '../exchange/exchange.ts';

/** How an identity provider answered. SAML 2.0 core §3.2.2. */
export interface SamlStatus {
  /** Last part of the most exact status code, e.g. `AuthnFailed`; `Success`. */
  readonly code: string;
  readonly message?: string;
}

const MAX_MESSAGE_CHARS = 256 * 1024;

/** The status of the SAML response that an exchange carries: posted by the browser, or in the form that makes it post. */
export function samlStatus(exchange: Exchange): SamlStatus | undefined {
  const encoded = postedMessage(exchange) ?? formValue(exchange.responseText);
  const xml = encoded === undefined ? undefined : decodeBase64(unescaped(encoded));
  return xml === undefined ? undefined : statusIn(xml);
}

/**
 * Until when the assertion that a request posts is good, in seconds since 1970: the end of its conditions, else of the subject's
 * confirmation. `undefined` = it posts none, or one that is encrypted. Spec: SAML 2.0 core §2.4.1.2 and §2.5.1.
 */
export function samlEnd(exchange: Exchange): number | undefined {
  const encoded = postedMessage(exchange);
  const xml = encoded === undefined ? undefined : decodeBase64(unescaped(encoded));
  const written =
    xml === undefined ? undefined : (endOf(xml, 'Conditions') ?? endOf(xml, 'SubjectConfirmationData'));
  const epochMs = Date.parse(written ?? '');
  return Number.isNaN(epochMs) ? undefined : epochMs / 1000;
}

function endOf(xml: string, element: 'Conditions' | 'SubjectConfirmationData'): string | undefined {
  const start = xml.search(new RegExp(`<(?:[\\w-]{1,40}:)?${element}\\s`));
  const tag = start < 0 ? '' : xml.slice(start, start + MAX_TAG_CHARS).split('>', 1)[0];
  return /\sNotOnOrAfter\s{0,4}=\s{0,4}["']([^"']{10,40})["']/.exec(tag ?? '')?.[1];
}

const MAX_TAG_CHARS = 2000;

function postedMessage({ entry, requestText }: Exchange): string | undefined {
  const param = entry.request.postData?.params.find(({ name }) => name === 'SAMLResponse')?.value;
  const posted = /(?:^|&)SAMLResponse=([^&\s]{20,})/.exec(requestText ?? '')?.[1];
  return param ?? (posted === undefined ? undefined : unescaped(posted));
}

/** The hidden field of a form, its attributes in either order. */
function formValue(html: string | undefined): string | undefined {
  const text = html?.slice(0, MAX_MESSAGE_CHARS) ?? '';
  const at = text.search(/name\s{0,4}=\s{0,4}["']SAMLResponse["']/);
  if (at < 0) return undefined;
  const start = text.lastIndexOf('<', at);
  const end = text.indexOf('>', at);
  const tag = text.slice(Math.max(0, start), end < 0 ? undefined : end);
  const value = /value\s{0,4}=\s{0,4}["']([^"']{20,})["']/.exec(tag)?.[1];
  return value === undefined
    ? undefined
    : decodeXmlText(value.replace(/&#(?:x2b|43);/gi, '+').replace(/&#(?:x3d|61);/gi, '='));
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function decodeBase64(text: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(text.replace(/\s+/g, '')), (char) => char.charCodeAt(0));
    const xml = new TextDecoder().decode(bytes);
    return xml.includes('<') ? xml : undefined;
  } catch {
    return undefined;
  }
}

function statusIn(xml: string): SamlStatus | undefined {
  const codes = [
    ...xml.matchAll(/<(?:[\w-]{1,40}:)?StatusCode\s[^<>]{0,400}?Value\s{0,4}=\s{0,4}["']([^"']{1,200})["']/g),
  ]
    .slice(0, 3)
    .map((match) => (match[1] ?? '').replace(/^.*[:/#]/, ''));
  // The second, nested code says it more exactly.
  const code = codes[0] === 'Success' ? 'Success' : codes.at(-1);
  if (code === undefined || !/^[\w.-]{1,80}$/.test(code)) return undefined;
  const message = oneLine(
    decodeXmlText(/<(?:[\w-]{1,40}:)?StatusMessage[^<>]{0,200}>([^<]{1,2000})</.exec(xml)?.[1] ?? ''),
  );
  return { code, ...(message === '' ? {} : { message }) };
}
