import { createHash, type Hash, hash } from 'node:crypto';

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
  /** Link of the line before it. */
  #before: string;
  /** A line whose end has not come, as far as it came: it may never end, so nothing of it is kept. */
  #open: Hash | undefined;
  #last: string;
  #fileKey = '';

  /** Equal files in different sources are different records. */
  constructor(source: string) {
    this.#last = hash('sha256', source, 'hex');
    this.#before = this.#last;
  }

  /** Hands the chunks on and links their lines. */
  async *through(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      this.#link(chunk);
      yield chunk;
    }
    if (this.#open !== undefined) this.#add(new Uint8Array(0));
  }

  /**
   * The digest of the record that begins in a line, 40 hex digits. They begin with the file and the line, so that the
   * index of digests grows at its end (measured: random digests halve the speed of an import of ten million lines).
   * `mark` tells records of one line apart. Forgets the lines before; lines are asked for in order.
   */
  digestAt(line: number, mark: string): string {
    this.#forgetBefore(line);
    return digestOf(this.#fileKey, line, `${this.#links[0] ?? this.#last} ${mark}`);
  }

  /**
   * The digest of a record that ends before its line does, as long lines are cut. Whether the rest of the line was read already must not
   * matter, so it stands on the lines before: `mark` has to say what the line holds up to here.
   */
  digestWithin(line: number, mark: string): string {
    this.#forgetBefore(line);
    return digestOf(this.#before, line, `${this.#before} ${mark}`);
  }

  #forgetBefore(line: number): void {
    if (line <= this.#first) return;
    this.#before = this.#links.splice(0, line - this.#first).at(-1) ?? this.#before;
    this.#first = line;
  }

  #link(chunk: Uint8Array): void {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      this.#add(chunk.subarray(from, end));
      from = end + 1;
    }
    if (from === chunk.length) return;
    this.#open ??= createHash('sha256').update(this.#last, 'latin1');
    this.#open.update(chunk.subarray(from));
  }

  /** `end` without its line feed, which does not count: the last line of a file may get one later. */
  #add(end: Uint8Array): void {
    // Most lines are whole, and need no object of their own.
    this.#last =
      this.#open === undefined
        ? hash('sha256', Buffer.concat([Buffer.from(this.#last, 'latin1'), end]), 'hex')
        : this.#open.update(end).digest('hex');
    this.#open = undefined;
    if (this.#fileKey === '') this.#fileKey = this.#last.slice(0, FILE_DIGITS);
    this.#links.push(this.#last);
  }
}

const FILE_DIGITS = 12;

function digestOf(file: string, line: number, own: string): string {
  const begin = file.slice(0, FILE_DIGITS).padEnd(FILE_DIGITS, '0');
  return begin + line.toString(16).padStart(10, '0') + hash('sha256', own, 'hex').slice(0, 18);
}

const LINE_FEED = 0x0a;
