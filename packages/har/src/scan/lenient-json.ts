/** What the lenient reader did to make sense of the text. Offsets index the bytes it was given. */
export interface Repair {
  readonly offset: number;
  readonly what:
    | 'comment'
    | 'trailing comma'
    | 'missing comma'
    | 'missing colon'
    | 'missing bracket'
    | 'stray bracket'
    | 'single quotes'
    | 'unquoted text'
    | 'not a JSON number'
    | 'control character'
    | 'bad escape'
    | 'quote inside a string'
    | 'missing quote'
    | 'not UTF-8'
    | 'cut short';
}

export interface LenientResult {
  readonly value: unknown;
  /** Index behind the value's last byte. */
  readonly end: number;
  readonly repairs: readonly Repair[];
  /** The text ended before the value did; what was there is kept. */
  readonly cut: boolean;
}

/** How deep the lenient reader follows; what lies deeper is read as null. */
const MAX_DEPTH = 512;

/**
 * Reads one JSON value out of bytes that may break JSON's rules: comments, trailing or missing commas,
 * single quotes, unquoted keys, NaN, raw control characters, bad escapes, quotes inside strings, bytes that
 * are not UTF-8, brackets that do not match. Total: whatever the bytes are, it ends and gives a value.
 * Objects have no prototype, so that a key `__proto__` is a key.
 */
export function parseLenientJson(bytes: Uint8Array, start = 0, end = bytes.length): LenientResult {
  const reader = new LenientReader(bytes, start, end);
  const value = reader.value(0);
  return { value, end: reader.at, repairs: reader.repairs, cut: reader.cut };
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

class LenientReader {
  at: number;
  cut = false;
  readonly repairs: Repair[] = [];
  readonly #bytes: Uint8Array;
  readonly #end: number;

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.#bytes = bytes;
    this.at = start;
    this.#end = end;
  }

  value(depth: number): unknown {
    this.#space();
    const byte = this.#bytes[this.at];
    if (this.at >= this.#end) {
      this.#endsEarly();
      return null;
    }
    if (byte === 0x7b) return this.#object(depth);
    if (byte === 0x5b) return this.#array(depth);
    if (byte === 0x22 || byte === 0x27) return this.#string(byte);
    return this.#bare();
  }

  #object(depth: number): unknown {
    const result: Record<string, unknown> = Object.create(null);
    this.at++;
    for (;;) {
      this.#space();
      const byte = this.#peek();
      if (byte === undefined) {
        this.#endsEarly();
        return result;
      }
      if (byte === 0x7d) {
        this.at++;
        return result;
      }
      if (byte === 0x2c) {
        this.at++;
        this.#space();
        const next = this.#peek();
        if (next === 0x7d || next === 0x5d || next === 0x2c) this.#repair('trailing comma');
        continue;
      }
      if (byte === 0x5d || byte === 0x7b || byte === 0x5b) {
        // A bracket where a key belongs: this object was never closed.
        if (byte === 0x5d || byte === 0x7b) {
          this.#repair('missing bracket');
          return result;
        }
        this.#repair('stray bracket');
        this.at++;
        continue;
      }
      const before = this.at;
      const key = byte === 0x22 || byte === 0x27 ? this.#string(byte) : String(this.#bare());
      this.#space();
      if (this.#peek() === 0x3a) this.at++;
      else this.#repair('missing colon');
      this.#space();
      // A key without a value: the bracket closes this object.
      const isBare = this.#peek() === 0x7d;
      const item = isBare ? null : depth >= MAX_DEPTH ? this.#skipDeep() : this.value(depth + 1);
      Object.defineProperty(result, key, {
        value: item,
        enumerable: true,
        writable: true,
        configurable: true,
      });
      this.#space();
      const next = this.#peek();
      if (next !== undefined && next !== 0x2c && next !== 0x7d && next !== 0x5d)
        this.#repair('missing comma');
      if (this.at === before) this.at++;
    }
  }

  #array(depth: number): unknown {
    const result: unknown[] = [];
    this.at++;
    for (;;) {
      this.#space();
      const byte = this.#peek();
      if (byte === undefined) {
        this.#endsEarly();
        return result;
      }
      if (byte === 0x5d) {
        this.at++;
        return result;
      }
      if (byte === 0x7d) {
        this.#repair('missing bracket');
        return result;
      }
      if (byte === 0x2c) {
        this.at++;
        this.#space();
        const next = this.#peek();
        if (next === 0x5d || next === 0x2c || next === 0x7d) this.#repair('trailing comma');
        continue;
      }
      const before = this.at;
      result.push(depth >= MAX_DEPTH ? this.#skipDeep() : this.value(depth + 1));
      this.#space();
      const next = this.#peek();
      if (next !== undefined && next !== 0x2c && next !== 0x5d && next !== 0x7d)
        this.#repair('missing comma');
      if (this.at === before) this.at++;
    }
  }

  /** Too deep to follow: skips brackets by counting them. */
  #skipDeep(): null {
    let open = 0;
    do {
      this.#space();
      const byte = this.#peek();
      if (byte === undefined) {
        this.#endsEarly();
        return null;
      }
      if (byte === 0x22) this.#string(byte);
      else {
        if (byte === 0x7b || byte === 0x5b) open++;
        if (byte === 0x7d || byte === 0x5d) {
          if (open === 0) return null;
          open--;
        }
        this.at++;
      }
    } while (open > 0);
    return null;
  }

  #string(quote: number): string {
    if (quote === 0x27) this.#repair('single quotes');
    const from = this.at + 1;
    let at = from;
    let simple = true;
    for (; at < this.#end; at++) {
      const byte = this.#bytes[at] as number;
      if (byte === 0x5c) {
        simple = false;
        at++;
      } else if (byte === quote) {
        if (this.#endsString(at)) break;
        this.#repair('quote inside a string', at);
        simple = false;
      } else if (byte < 0x20) {
        if (byte === 0x0a && this.#looksLikeNextLine(at)) {
          this.#repair('missing quote', at);
          const text = this.#text(from, this.#trimEnd(from, at), simple);
          this.at = at;
          return text;
        }
        this.#repair('control character', at);
        simple = false;
      }
    }
    const text = this.#text(from, Math.min(at, this.#end), simple);
    if (at >= this.#end) {
      this.at = this.#end;
      this.#endsEarly();
    } else this.at = at + 1;
    return text;
  }

  /** A quote ends its string when something follows that may follow a string. */
  #endsString(at: number): boolean {
    for (let next = at + 1; next < this.#end; next++) {
      const byte = this.#bytes[next] as number;
      if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) continue;
      return (
        byte === 0x2c || byte === 0x3a || byte === 0x7d || byte === 0x5d || byte === 0x22 || byte === 0x2f
      );
    }
    return true;
  }

  /** After a raw line break: `"key":` or a closing bracket means that the quote was forgotten. */
  #looksLikeNextLine(at: number): boolean {
    const line = decoder.decode(this.#bytes.subarray(at + 1, Math.min(this.#end, at + 200)));
    return /^\s*("[^"\\\n]{1,80}"\s*:|[}\]]\s*,?\s*[\n{}\]])/.test(line);
  }

  #trimEnd(from: number, to: number): number {
    let end = to;
    while (end > from && [0x20, 0x0d, 0x09, 0x2c].includes(this.#bytes[end - 1] as number)) end--;
    return end;
  }

  #text(from: number, to: number, simple: boolean): string {
    const raw = this.#bytes.subarray(from, to);
    let text: string;
    try {
      text = strictDecoder.decode(raw);
    } catch {
      this.#repair('not UTF-8', from);
      text = decoder.decode(raw);
    }
    if (simple) return text;
    return text.replace(/\\(?:u([\da-fA-F]{4})|([\s\S])|$)/g, (whole, hex?: string, char?: string) => {
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      const meant = char === undefined ? undefined : escapes[char];
      if (meant !== undefined) return meant;
      this.#repair('bad escape', from);
      return whole;
    });
  }

  /** Anything that is neither quoted nor bracketed, up to the next separator. */
  #bare(): unknown {
    const from = this.at;
    while (this.at < this.#end && !isSeparator(this.#bytes[this.at] as number)) this.at++;
    if (this.at === from) {
      this.#repair('stray bracket');
      this.at++;
      return null;
    }
    const text = decoder.decode(this.#bytes.subarray(from, this.at));
    if (text === 'true') return true;
    if (text === 'false') return false;
    if (text === 'null') return null;
    if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(text)) return Number(text);
    if (/^[-+]?(NaN|Infinity|undefined)$/.test(text)) {
      this.#repair('not a JSON number', from);
      return null;
    }
    if (/^[-+.\d]/.test(text) && Number.isFinite(Number(text))) {
      this.#repair('not a JSON number', from);
      return Number(text);
    }
    this.#repair('unquoted text', from);
    return text;
  }

  #space(): void {
    for (; this.at < this.#end; this.at++) {
      const byte = this.#bytes[this.at] as number;
      if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) continue;
      if (byte !== 0x2f) return;
      const next = this.#bytes[this.at + 1];
      if (next !== 0x2f && next !== 0x2a) return;
      this.#repair('comment');
      const close = next === 0x2f ? this.#bytes.indexOf(0x0a, this.at) : this.#commentEnd(this.at + 2);
      this.at = close < 0 || close >= this.#end ? this.#end - 1 : close;
    }
  }

  #commentEnd(from: number): number {
    for (let at = from; at + 1 < this.#end; at++)
      if (this.#bytes[at] === 0x2a && this.#bytes[at + 1] === 0x2f) return at + 1;
    return -1;
  }

  #peek(): number | undefined {
    return this.at < this.#end ? this.#bytes[this.at] : undefined;
  }

  #endsEarly(): void {
    if (!this.cut) this.#repair('cut short', this.#end);
    this.cut = true;
  }

  /** Thousands of equal repairs say no more than a few. */
  #repair(what: Repair['what'], offset = this.at): void {
    if (this.repairs.length < 100) this.repairs.push({ offset, what });
  }
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function isSeparator(byte: number): boolean {
  return (
    byte === 0x20 ||
    byte === 0x0a ||
    byte === 0x0d ||
    byte === 0x09 ||
    byte === 0x2c ||
    byte === 0x3a ||
    byte === 0x7b ||
    byte === 0x7d ||
    byte === 0x5b ||
    byte === 0x5d ||
    byte === 0x22 ||
    byte === 0x27 ||
    byte === 0x2f
  );
}
