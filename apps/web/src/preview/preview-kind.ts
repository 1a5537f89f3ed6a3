import type { ShownBody } from '../engine/shown-body.ts';
import { SAML_PARAMETER } from './saml-message.ts';
import { webTokens } from './web-token.ts';

/** How a body can be looked at. */
export type PreviewKind =
  | 'json'
  | 'html'
  | 'markup'
  | 'image'
  | 'audio'
  | 'video'
  | 'font'
  | 'pdf'
  | 'csv'
  | 'graphql'
  | 'form'
  | 'multipart'
  | 'token'
  | 'events'
  | 'hex'
  | 'text'
  | 'nothing';

/** Which preview fits a body: its bytes and first characters decide before its media type, which is often wrong. */
export function previewKind({ mimeType, text, bytes, language }: ShownBody): PreviewKind {
  const mime = mimeType.toLowerCase();
  if (bytes !== undefined && text === undefined) return kindOfBytes(mime, bytes);
  if (text === undefined || text === '') return 'nothing';
  if (mime.startsWith('image/svg')) return 'image';
  if (mime.startsWith('multipart/') || /^--[^\r\n]+\r?\nContent-/i.test(text)) return 'multipart';
  if (/csv|tab-separated/.test(mime)) return 'csv';
  if (language === 'json')
    return /graphql|"query"\s*:\s*"\s*(?:query|mutation|subscription|\{)/.test(
      `${mime}${text.slice(0, 2000)}`,
    )
      ? 'graphql'
      : 'json';
  if (language === 'html') return 'html';
  if (language === 'xml') return 'markup';
  if (mime.startsWith('text/event-stream')) return 'events';
  if (mime.startsWith('application/x-www-form-urlencoded') || isForm(text)) return 'form';
  if (/^\s*ey[\w-]+\./.test(text) && webTokens(text).length > 0) return 'token';
  return 'text';
}

/** Files known by their first bytes. */
const SIGNS: readonly (readonly [PreviewKind, RegExp])[] = [
  ['image', /^(?:\x89PNG|GIF8|\xff\xd8\xff|BM|RIFF[\s\S]{4}WEBP|\x00\x00\x01\x00|[\s\S]{4}ftypavif)/],
  ['pdf', /^[\s\S]{0,32}%PDF-/],
  ['font', /^(?:wOFF|wOF2|OTTO|true|\x00\x01\x00\x00)/],
  ['audio', /^(?:ID3|OggS|fLaC|RIFF[\s\S]{4}WAVE|\xff[\xf2\xf3\xfb])/],
  ['video', /^(?:[\s\S]{4}ftyp|\x1aE\xdf\xa3)/],
];

function kindOfBytes(mime: string, bytes: Uint8Array): PreviewKind {
  const beginning = String.fromCharCode(...bytes.subarray(0, 64));
  const [kind] = SIGNS.find(([, sign]) => sign.test(beginning)) ?? [];
  if (kind !== undefined) return kind === 'video' && mime.startsWith('audio/') ? 'audio' : kind;
  const [type] = /^(?:image|audio|video|font)(?=\/)/.exec(mime) ?? [];
  return (type as PreviewKind | undefined) ?? 'hex';
}

function isForm(text: string): boolean {
  return text.length < 100_000 && /^[\w.~%+*-]+=[^\s<>{}]*$/.test(text);
}

/** Names and values of a form, decoded; a value that does not decode stays as it is. */
export function formFields(text: string): { readonly name: string; readonly value: string }[] {
  return text.split('&').map((pair) => {
    const equals = pair.indexOf('=');
    const [name, value] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
    return { name: decoded(name), value: decoded(value) };
  });
}

function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** Whether a field of a form or a query carries a SAML message. */
export function isSamlField({ name, value }: { readonly name: string; readonly value: string }): boolean {
  return SAML_PARAMETER.test(name) && value.length > 40;
}
