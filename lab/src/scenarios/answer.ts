import type { SiteRequest, SiteResponse } from '../network/site.ts';

/** One response, written down. */
export interface Answer {
  /** Default 200. */
  readonly status?: number;
  /** Header fields besides the content's; a list becomes several lines. */
  readonly fields?: Readonly<Record<string, string | readonly string[]>>;
  readonly json?: unknown;
  readonly html?: string;
  readonly text?: string;
  readonly script?: string;
  readonly bytes?: Uint8Array;
  /** Default: what the content is called. */
  readonly type?: string;
}

/** What a host does with one path. */
export type Route = Answer | ((request: SiteRequest, response: SiteResponse) => Answer | Promise<Answer>);

/** Sends it. */
export function send(response: SiteResponse, answer: Answer): void {
  response.statusCode = answer.status ?? 200;
  for (const [name, value] of Object.entries(answer.fields ?? {}))
    response.setHeader(name, value as string | string[]);
  const content = contentOf(answer);
  if (content === undefined) return void response.end();
  const [type, bytes] = content;
  response.setHeader('content-type', answer.type ?? type);
  response.setHeader('content-length', bytes.length);
  response.end(bytes);
}

function contentOf({
  json,
  html,
  text,
  script,
  bytes,
}: Answer): readonly [type: string, bytes: Uint8Array] | undefined {
  if (json !== undefined) return ['application/json', Buffer.from(JSON.stringify(json))];
  if (html !== undefined) return ['text/html; charset=utf-8', Buffer.from(html)];
  if (text !== undefined) return ['text/plain; charset=utf-8', Buffer.from(text)];
  if (script !== undefined) return ['text/javascript; charset=utf-8', Buffer.from(script)];
  return bytes && ['application/octet-stream', bytes];
}
