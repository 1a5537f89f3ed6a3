import { prettyJson } from './pretty-json.ts';
import { prettyMarkup } from './pretty-markup.ts';
import { prettyStyle } from './pretty-style.ts';

/** The languages that a body is shown in. */
export type TextLanguage = 'json' | 'xml' | 'html' | 'css' | 'javascript' | 'plain';

/** Which language a text is in: its first characters decide before its media type, which is often wrong. */
export function textLanguage(text: string, mimeType: string): TextLanguage {
  if (/^\s*[[{]/.test(text) && !/css|javascript/i.test(mimeType)) return 'json';
  if (/^\)\]\}[^\n]{0,5}\n\s*[[{]/.test(text)) return 'json';
  if (/^\s*(?:<!doctype html|<html)/i.test(text)) return 'html';
  if (/html/i.test(mimeType) && !/xhtml/i.test(mimeType)) return 'html';
  if (/^\s*<(?:\?xml|[A-Za-z!])/.test(text)) return 'xml';
  if (/css/i.test(mimeType)) return 'css';
  if (/javascript|ecmascript/i.test(mimeType)) return 'javascript';
  return 'plain';
}

/** A text with lines and indentation, where its language has a form for that; else as it is. */
export function prettyText(text: string, language: TextLanguage): string {
  switch (language) {
    case 'json':
      return prettyJson(text);
    case 'xml':
    case 'html':
      return prettyMarkup(text, language === 'html');
    case 'css':
      return prettyStyle(text);
    // Made elsewhere: a large script would keep the rows waiting.
    case 'javascript':
    case 'plain':
      return text;
  }
}
