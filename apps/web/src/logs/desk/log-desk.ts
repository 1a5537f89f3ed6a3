import type { AnswerLine, LogQuestionJson, SourceList, TakenFile } from '@harrier/logs/for-pages';
import { deskKey } from './desk-key.ts';

/** `no-store` none is attached to the page's own server · `closed` it may not be asked from here. */
export class NoLogStore extends Error {
  readonly why: 'no-store' | 'closed';

  constructor(why: NoLogStore['why']) {
    super(why);
    this.name = 'NoLogStore';
    this.why = why;
  }
}

/** Asks the page's own server; the answer's lines come as they arrive, some at a time. Error: {@link NoLogStore}. */
export async function* askLogs(question: LogQuestionJson, signal: AbortSignal): AsyncGenerator<AnswerLine[]> {
  const response = await ask('api/logs/search', {
    method: 'POST',
    body: JSON.stringify(question),
    headers: { 'content-type': 'application/json' },
    signal,
  });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      if (lines.length > 0) yield lines.map((line) => JSON.parse(line) as AnswerLine);
    }
  } finally {
    void reader.cancel().catch(() => {});
  }
}

/** What is searched, with how it is. Error: {@link NoLogStore}. */
export async function listLogSources(): Promise<SourceList> {
  return (await (await ask('api/logs/sources')).json()) as SourceList;
}

/** Takes a log file into the store. Error: {@link NoLogStore}. */
export async function sendLog(file: File): Promise<TakenFile> {
  const response = await ask(`api/logs/files?${new URLSearchParams({ name: file.name })}`, {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'application/octet-stream' },
  });
  return (await response.json()) as TakenFile;
}

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const key = deskKey();
  const response = await fetch(`./${path}`, {
    ...init,
    headers: { ...init.headers, ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
  });
  if (response.ok) return response;
  if (response.status === 401 || response.status === 403) throw new NoLogStore('closed');
  if (response.status === 404 || response.status === 405) throw new NoLogStore('no-store');
  throw new Error(`status ${response.status}`);
}
