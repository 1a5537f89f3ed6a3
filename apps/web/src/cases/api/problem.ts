/** What the server says is wrong (RFC 9457), in the reader's language: what happened, and the next step. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly next: string;

  constructor(code: string, status: number, what: string, next: string) {
    super(what);
    this.name = 'Problem';
    this.code = code;
    this.status = status;
    this.next = next;
  }
}

/** Codes of what goes wrong before the server says anything; their words are the page's own. */
export const UNREACHABLE = 'page/unreachable';
const UNEXPECTED = 'request/internal';

/** The problem in an answer that is not as it was hoped for. */
export async function problemOf(response: Response): Promise<Problem> {
  const told = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const text = (name: string): string => (typeof told[name] === 'string' ? told[name] : '');
  return new Problem(text('code') || UNEXPECTED, response.status, text('title'), text('detail'));
}
