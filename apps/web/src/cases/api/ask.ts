import { useLanguage } from '../../words/use-words.ts';
import { PAGE } from './next-page.ts';
import { Problem, problemOf, UNREACHABLE } from './problem.ts';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

interface AskOptions {
  /** Sent as JSON; a Blob as a file. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Told when the server says that nobody is signed in any more. */
const onSignedOut = new Set<() => void>();
export function whenSignedOut(listener: () => void): void {
  onSignedOut.add(listener);
}

/** Asks the API and gives the JSON of its answer. Error: {@link Problem}. */
export async function ask<Answer>(method: Method, url: string, options: AskOptions = {}): Promise<Answer> {
  const response = await send(method, url, options);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

/** Asks for a list that the API gives page by page, until it has all of it. Error: {@link Problem}. */
export async function askForAll<One extends { readonly id: string }>(url: string): Promise<readonly One[]> {
  const all: One[] = [];
  const query = `${url}${url.includes('?') ? '&' : '?'}limit=${PAGE}`;
  for (let after = ''; ; ) {
    const page = await ask<readonly One[]>('GET', `${query}${after}`);
    all.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return all;
    after = `&after=${encodeURIComponent(last.id)}`;
  }
}

/** The same for an answer that is a file. */
export async function askForFile(url: string, options: AskOptions & { method?: Method } = {}): Promise<Blob> {
  return await (await send(options.method ?? 'GET', url, options)).blob();
}

async function send(method: Method, url: string, { body, headers }: AskOptions): Promise<Response> {
  const isFile = body instanceof Blob;
  const kind = isFile ? 'application/octet-stream' : 'application/json';
  const response = await fetch(url, {
    method,
    headers: {
      'accept-language': useLanguage.getState().language,
      ...(body === undefined ? {} : { 'content-type': kind }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
  }).catch(() => {
    throw new Problem(UNREACHABLE, 0, '', '');
  });
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (problem.code === 'request/not-signed-in') for (const listener of onSignedOut) listener();
  throw problem;
}
