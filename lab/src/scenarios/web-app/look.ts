/** How an application is made: who serves it, in which language, and how its pages call its services. */
export interface Look {
  readonly host: string;
  readonly title: string;
  /** Of the document, e.g. `en`. */
  readonly language: string;
  /** Fields on everything that its servers send. */
  readonly fields: Readonly<Record<string, string>>;
  /** What the page asks for first, and what it gets. */
  readonly session: { readonly path: string; readonly value: unknown };
  /** A field that numbers the answers of its services, as a support desk would ask for. */
  readonly idField: string;
  /** Everything a page loads to run a view's script: the document's markup and its assets by path. */
  build(view: View): Build;
}

/** What differs between two pages of one application. */
export interface View {
  readonly name: string;
  /** Language of the document. */
  readonly language: string;
  readonly title: string;
  readonly sessionPath: string;
  /**
   * Runs once the session is there. In its reach: `http.get(url, init)`, `http.send(method, url, body, init)`, which
   * resolve to `{ status, ok, text, json(), header(name) }` and never reject (status 0: no response); `show(text)`;
   * `pause(ms)`.
   */
  readonly script: string;
  /** More markup for head and body. */
  readonly head?: string;
  readonly body?: string;
}

export interface Build {
  readonly document: string;
  readonly assets: Readonly<Record<string, { readonly mediaType: string; readonly content: string }>>;
}

/** Eight hexadecimal digits that stand for a text, as builds put them into names of files. FNV-1a. */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
