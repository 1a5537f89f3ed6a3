import type { Step } from '../har-of.ts';
import { api, page, portal } from '../names.ts';

/** A fault as people meet it, what they would tell support, and which finding has to come first. */
export interface FieldFault {
  /** What somebody tells support. */
  readonly complaint: string;
  readonly capture: unknown;
  /** The id of the finding that has to come first; `nothing`: the capture cannot show it, and no error may be told. */
  readonly first: string;
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
