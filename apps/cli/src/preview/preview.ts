import type { Mask } from '../masking/mask.ts';
import { layoutJson } from './layout-json.ts';
import { layoutMarkup } from './layout-markup.ts';

/** How a text body was taken. */
export type PreviewKind = 'json' | 'xml' | 'form' | 'text';

export interface Preview {
  readonly kind: PreviewKind;
  /** Lines in captured text, not escaped yet. */
  readonly text: string;
}

/** Prefixes that services put before JSON against script inclusion. Seen in: Google, Facebook, Angular back ends. */
const jsonGuard = /^(?:\)\]\}'?,?\s*|for\s*\(;;\);\s*|while\s*\(1\);\s*)/;

/** A body in readable, structured form. The look of the text decides, the media type only helps with forms. */
export function previewOf(text: string, mediaType: string, mask: Mask): Preview {
  const json = layoutJson(text.replace(jsonGuard, ''), 'indent', mask.value);
  // A lone number or word is JSON too, but gains nothing.
  if (json !== undefined && /^\s*[[{"]/.test(text.replace(jsonGuard, '')))
    return { kind: 'json', text: json };
  if (/x-www-form-urlencoded/i.test(mediaType))
    return { kind: 'form', text: formLines(text, mask).join('\n') };
  if (
    /^\s*<(?:\?xml|[A-Za-z][\w.-]*:|soap)/i.test(text) ||
    /[/+]xml\b/i.test(mediaType.replace(/xhtml\+xml/i, ''))
  )
    return { kind: 'xml', text: layoutMarkup(mask.text(text)) };
  return { kind: 'text', text: mask.text(text) };
}

/** The body as it was written, less its credentials. */
export function bodyAsWritten(text: string, mediaType: string, mask: Mask): string {
  const json = layoutJson(text, 'keep', mask.value);
  if (json !== undefined) return json;
  return /x-www-form-urlencoded/i.test(mediaType) ? mask.url(`?${text}`).slice(1) : mask.text(text);
}

function formLines(text: string, mask: Mask): string[] {
  return text
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const equals = pair.indexOf('=');
      const name = formText(equals < 0 ? pair : pair.slice(0, equals));
      const value = equals < 0 ? '' : formText(pair.slice(equals + 1));
      return `${name} = ${mask.value(name, value)}`;
    });
}

/** application/x-www-form-urlencoded, as far as it decodes. Spec: URL Standard 5.1. */
function formText(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
