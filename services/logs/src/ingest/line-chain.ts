import { hash } from 'node:crypto';

/**
 * Says which line of which file a record is, from the bytes alone: each line is hashed together with the hash of the
 * line before it. A line is the same when everything before it in its file is the same too. So a file imported twice,
 * under another name or after it has grown, gives the same digests, whatever formats have learned meanwhile; two equal
 * lines of one file differ. Two files of one source that begin alike share the records of that beginning.
 */
export class LineChain {
  /** Links of the lines from `#first` on. */
  #links: string[] = [];
  #first = 1;
  /** Bytes of a line whose end has not come. */
  #rest: Uint8Array[] = [];
  #last: string;
  #fileKey = '';

  /** Equal files in different sources are different records. */
  constructor(source: string) {
    this.#last = hash('sha256', source, 'hex');
  }

  /** Hands the chunks on and links their lines. */
  async *through(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      this.#link(chunk);
      yield chunk;
    }
    if (this.#rest.length > 0) this.#add(new Uint8Array(0));
  }

  /**
   * The digest of the record that begins in a line, 40 hex digits. They begin with the file and the line, so that the
   * index of digests grows at its end (measured: random digests halve the speed of an import of ten million lines).
   * `mark` tells records of one line apart. Forgets the lines before; lines are asked for in order.
   */
  digestAt(line: number, mark: string): string {
    if (line > this.#first) {
      this.#links.splice(0, line - this.#first);
      this.#first = line;
    }
    const link = this.#links[0] ?? this.#last;
    const own = hash('sha256', `${link} ${mark}`, 'hex').slice(0, 18);
    return this.#fileKey.padEnd(12, '0') + line.toString(16).padStart(10, '0') + own;
  }

  #link(chunk: Uint8Array): void {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      this.#add(chunk.subarray(from, end + 1));
      from = end + 1;
    }
    // The source may use its buffer again.
    if (from < chunk.length) this.#rest.push(chunk.slice(from));
  }

  #add(end: Uint8Array): void {
    // The line feed does not count: the last line of a file may get one later.
    const line = end.at(-1) === LINE_FEED ? end.subarray(0, -1) : end;
    const bytes = this.#rest.length === 0 ? line : Buffer.concat([...this.#rest, line]);
    this.#rest = [];
    this.#last = hash('sha256', Buffer.concat([Buffer.from(this.#last, 'latin1'), bytes]), 'hex');
    if (this.#fileKey === '') this.#fileKey = this.#last.slice(0, 12);
    this.#links.push(this.#last);
  }
}

const LINE_FEED = 0x0a;
