import type { Step } from '../har-of.ts';
import { api, page, portal } from '../names.ts';

/** A fault as people meet it, what they would tell support, and which finding has to come first. */
export interface FieldFault {
  /** What somebody tells support. */
  readonly complaint: string;
  readonly capture: unknown;
  /** The id of the finding that has to come first; `nothing`: the capture cannot show it, and no error may be told. */
  readonly first: string;
  /** The line that the first finding has to give as the reason. */
  readonly says?: string;
  /** Entries of which the first finding has to tell at least one. */
  readonly at?: readonly number[];
}

export const html = { mimeType: 'text/html' };
export const quick = { blocked: 1, send: 0.2, wait: 38, receive: 1 };
export const me: Step = { url: `${api}/me`, body: { id: 7, name: 'Ines' }, timings: quick };
export const users: Step = { url: `${api}/users`, body: { users: [] }, timings: quick };
export const script = (name: string, more: Partial<Step> = {}): Step => ({
  url: `${portal}/assets/${name}`,
  type: 'script',
  mimeType: 'text/javascript',
  body: 'void 0;',
  ...more,
});
export const navigation: Step = { ...page, request: { accept: 'text/html', 'sec-fetch-mode': 'navigate' } };
export const failed = (url: string, error: string, more: Partial<Step> = {}): Step => ({
  url,
  status: 0,
  error,
  type: 'fetch',
  ...more,
});
export const repeat = (times: number, step: (time: number) => Step): Step[] =>
  Array.from({ length: times }, (_, time) => step(time));
/** A call that was answered so. */
export const xhr = (url: string, status: number, body: unknown, more: Partial<Step> = {}): Step => ({
  url,
  status,
  body,
  ...more,
});
/** An event stream. */
export const sse = (more: Partial<Step> = {}): Step => ({
  url: `${api}/live`,
  type: 'eventsource',
  mimeType: 'text/event-stream',
  body: 'data: 1\n\n',
  ...more,
});
export const base64Of = (latin1: string) => btoa(latin1);
/** The last frame of an answer of gRPC-Web, as text. */
export const grpcTrailers = (fields: string) =>
  base64Of(`\x80\x00\x00${String.fromCharCode(fields.length >> 8, fields.length & 255)}${fields}`);
