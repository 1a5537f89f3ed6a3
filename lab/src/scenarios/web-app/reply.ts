import type { SiteRequest, SiteResponse } from '../../network/site.ts';
import { takes } from '../portal.ts';

/** What a path answers. */
export type Reply = (request: SiteRequest, response: SiteResponse) => void | Promise<void>;

/** By `METHOD /path`, `/path`, or `/path/*` for everything below; the first of these that fits answers. */
export type Routes = Readonly<Record<string, Reply>>;

/** How an answer differs from a plain 200. */
export interface ReplyOptions {
  readonly status?: number;
  /** A list sends the field once for each value. */
  readonly fields?: Readonly<Record<string, string | readonly string[]>>;
  /** How long the server takes, ms. */
  readonly afterMs?: number;
}

export function json(value: unknown, options: ReplyOptions = {}): Reply {
  return body('application/json', JSON.stringify(value), options);
}

/** A body of any media type; `content-length` is told. */
export function body(mediaType: string, content: string | Uint8Array, options: ReplyOptions = {}): Reply {
  const bytes = Buffer.from(content);
  return async (_, response) => {
    if (options.afterMs !== undefined) await takes(options.afterMs);
    response.setHeader('content-type', mediaType);
    response.setHeader('content-length', bytes.length);
    begin(response, options);
    response.end(bytes);
  };
}

export const html = (markup: string, options?: ReplyOptions) =>
  body('text/html; charset=utf-8', markup, options);

/** Neither body nor media type: 204, 304, an empty 200. */
export function nothing(status: number, options: Omit<ReplyOptions, 'status'> = {}): Reply {
  return async (_, response) => {
    if (options.afterMs !== undefined) await takes(options.afterMs);
    begin(response, { ...options, status });
    response.end();
  };
}

export function redirect(location: string, status = 302, options: Omit<ReplyOptions, 'status'> = {}): Reply {
  return nothing(status, { ...options, fields: { location, ...options.fields } });
}

/** The first call gets the first reply and so on; the last one repeats. Counts: make a new one for each run. */
export function inTurn(...replies: readonly [Reply, ...Reply[]]): Reply {
  let calls = 0;
  return (request, response) => {
    const reply = replies[Math.min(calls, replies.length - 1)] ?? replies[0];
    calls++;
    return reply(request, response);
  };
}

/** Never answers. */
export const silence: Reply = () => {};

/** A value of the request's query. */
export function queryOf(request: SiteRequest, name: string): string | undefined {
  return new URL(request.url ?? '/', 'https://nowhere.example.test').searchParams.get(name) ?? undefined;
}

function begin(response: SiteResponse, { status = 200, fields = {} }: ReplyOptions): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(fields)) response.setHeader(name, value as string | string[]);
}
