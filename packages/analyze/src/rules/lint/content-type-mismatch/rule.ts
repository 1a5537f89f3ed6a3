import type { ContentKind } from '@harrier/knowledge';
import { fieldValue } from '../../../exchange/field-value.ts';
import { headerEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import { lintRule } from '../../../lint/lint-rule.ts';

/**
 * Finds answers that call themselves something else than they are, or nothing: JSON as HTML or XML, HTML or XML as JSON, a
 * picture as text, content without a `Content-Type`.
 * Quiet on: JSON as plain text, which it is as well; content that was not captured. Spec: RFC 9110 §8.3.
 */
export const contentTypeMismatch = lintRule('lint/content-type-mismatch', (exchange) => {
  const { entry, responseText } = exchange;
  const { status, headers, content } = entry.response;
  if (status === undefined || status < 200 || withoutContent.has(status) || headers.length === 0)
    return undefined;
  const written = fieldValue(headers, 'content-type');
  if (written === undefined && (content.size ?? 0) > 0 && entry.request.method !== 'HEAD')
    return { evidence: [statusEvidence(entry.index)], facts: { found: 'unknown' as const } };
  const mimeType = (written ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const found = kindOf(responseText ?? '');
  if (found === undefined || fits(mimeType, found)) return undefined;
  return {
    evidence: headerEvidence(exchange, 'response', 'content-type', 'cause'),
    facts: { mimeType: /^[\w./+-]{1,80}$/.test(mimeType) ? mimeType : '?', found },
  };
});

/** Answers that have no content, or a part of one. */
const withoutContent: ReadonlySet<number> = new Set([204, 205, 206, 304]);

/** A longer text is not parsed to learn what it is. */
const MAX_PARSED = 64 * 1024;

/** What a text certainly is; undefined where it may be anything. */
function kindOf(text: string): ContentKind | undefined {
  // The first byte of a PNG is no text, so it stands as a replacement sign.
  if (/^.{0,2}PNG\r?\n/.test(text) || /^GIF8[79]a/.test(text)) return 'image';
  if (text.startsWith('%PDF-')) return 'pdf';
  if (/^\s*<(?:!doctype html|html)\b/i.test(text)) return 'html';
  if (/^\s*<\?xml\b/i.test(text)) return 'xml';
  if (!/^\s*[[{]/.test(text) || text.length > MAX_PARSED) return undefined;
  try {
    JSON.parse(text);
    return 'json';
  } catch {
    return undefined;
  }
}

function fits(mimeType: string, found: ContentKind): boolean {
  if (found === 'json') return !/^text\/(?:html|css|xml)$|xml$|^image\/|^application\/pdf/.test(mimeType);
  if (found === 'xml') return !/json|^text\/css$|javascript|^image\/(?!svg)/.test(mimeType);
  if (found === 'html') return !/json|^text\/css$|javascript|^image\//.test(mimeType);
  return !/^text\/|json|javascript/.test(mimeType);
}
