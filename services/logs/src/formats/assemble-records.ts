import type { FileContext } from './compiled-format.ts';
import { looksContinued } from './continuation-shape.ts';
import { type GatheredJson, gatherJson, opensJson } from './gathered-json.ts';
import { emptyHead, type Head } from './head.ts';
import { columnNames } from './kinds/columns-format.ts';
import {
  addLine,
  lastLineOf,
  type OpenRecord,
  openRecord,
  type RecordCaps,
  takesAny,
} from './open-record.ts';
import type { Line } from './read-lines.ts';
import type { Recognised, Recogniser } from './recogniser.ts';

/** Lines in, records with all their lines out, in the order of their first lines. */
export interface RecordAssembler {
  push(line: Line): void;
  /** The records that are complete. */
  take(): OpenRecord[];
  /** Nothing more comes for now: every record is complete. */
  flush(): void;
}

export interface AssemblerOptions extends RecordCaps {
  readonly recogniser: Recogniser;
  readonly context: FileContext;
  /** A record was full at this line. */
  readonly onCut: (record: OpenRecord) => void;
}

/** Lines of other services that may stand between the lines of one record. */
const MAX_GAP = 50;
/** Records that wait for lines, in one stream. */
const MAX_OPEN = 4;
/** Containers and their outputs in one file; more share the last one. */
const MAX_STREAMS = 64;

/** Lines that follow each other without those of other containers. */
interface Stream {
  /** Records that may still get lines, the latest last. */
  open: OpenRecord[];
  /** What the line before belongs to. */
  last: OpenRecord | undefined;
  gathered: { readonly json: GatheredJson; readonly wrapper: Recognised | undefined } | undefined;
  /** Beginning of a line that a container runtime cut. */
  partial: { text: string; readonly number: number } | undefined;
}

/**
 * Puts lines together. A line that begins no record goes to the record of the line before it, if its format takes any;
 * one that looks continued goes to the latest such record nearby, so that services may write into one file by turns.
 */
export function assembleRecords(options: AssemblerOptions): RecordAssembler {
  const { recogniser, context } = options;
  const streams = new Map<string, Stream>();
  let queue: OpenRecord[] = [];

  function streamOf(key: string): Stream {
    const known = streams.get(key);
    if (known !== undefined) return known;
    if (streams.size >= MAX_STREAMS) return streams.values().next().value!;
    const stream: Stream = { open: [], last: undefined, gathered: undefined, partial: undefined };
    streams.set(key, stream);
    return stream;
  }

  function push(line: Line): void {
    const whole = recogniser.recognise(line.text, context, 'exact');
    if (whole?.head.inner === undefined) {
      addTo(streamOf(''), line, whole, undefined);
      return;
    }
    const { head } = whole;
    const stream = streamOf(`${head.formatId} ${head.host} ${head.service} ${head.fields.stream ?? ''}`);
    const text = `${stream.partial?.text ?? ''}${head.inner}`.replace(/\r?\n$/, '');
    const number = stream.partial?.number ?? line.number;
    if (isPartial(whole) && text.length < options.maxRecordChars) {
      stream.partial = { text, number };
      return;
    }
    stream.partial = undefined;
    delete head.fields.partial;
    const inner = { text, number, isCut: line.isCut };
    addTo(stream, inner, recogniser.recognise(text, context, 'exact'), whole);
    // A line in pieces ends where its last piece stands.
    if (stream.last !== undefined && stream.gathered === undefined) stream.last.lastNumber = line.number;
  }

  function addTo(
    stream: Stream,
    line: Line,
    exact: Recognised | undefined,
    wrapper: Recognised | undefined,
  ): void {
    const { last } = stream;
    const until = last === undefined ? undefined : lastLineOf(last);
    if (until !== undefined) {
      if (line.text === until || (until !== '' && line.text.includes(until))) {
        addOrBegin(stream, last!, line, wrapper);
        last!.isClosed = true;
      } else addOrBegin(stream, last!, line, wrapper);
      return;
    }
    if (stream.gathered !== undefined && gatherOn(stream, line, exact)) return;
    if (line.text.trim() === '') {
      // An empty line that belongs to nothing says nothing.
      if (last !== undefined && takesAny(last)) addLine(last, line.text, line.number, options);
      return;
    }
    context.columns = columnNames(line.text) ?? context.columns;
    const found = exact ?? inferred(stream, line.text);
    if (found !== undefined) {
      begin(stream, found, line, wrapper);
      return;
    }
    if (opensJson(line.text)) {
      const json = gatherJson();
      if (json.add(line) === 'open') {
        stream.gathered = { json, wrapper };
        return;
      }
    }
    goOn(stream, line, wrapper);
  }

  /** What the line is when no exact format knows it. */
  function inferred(stream: Stream, text: string): Recognised | undefined {
    const { last } = stream;
    const isPayload = last !== undefined && takesAny(last);
    if (isPayload && last.awaitsDocument) return undefined;
    return recogniser.recognise(text, context, isPayload ? 'loose' : 'fragment');
  }

  /** Returns whether the line was taken. */
  function gatherOn(stream: Stream, line: Line, exact: Recognised | undefined): boolean {
    const { json, wrapper } = stream.gathered!;
    // A line of another service ends it.
    const isOther = exact !== undefined && exact.head.timeNs !== undefined;
    const state = isOther ? 'broken' : json.add(line);
    if (state === 'open') return true;
    stream.gathered = undefined;
    const text = json.text();
    const found =
      state === 'whole'
        ? (recogniser.recognise(text, context, 'exact') ?? inferred(stream, text))
        : undefined;
    if (found !== undefined) {
      begin(stream, found, { ...json.lines[0]!, text }, wrapper).lastNumber = line.number;
      return true;
    }
    for (const gathered of json.lines) goOn(stream, gathered, wrapper);
    return !isOther;
  }

  /** The line is no record of its own by any format. */
  function goOn(stream: Stream, line: Line, wrapper: Recognised | undefined): void {
    const { last } = stream;
    let owner = last !== undefined && takesAny(last) ? last : undefined;
    if (owner === undefined && looksContinued(line.text)) {
      const isText = last !== undefined && last.compiled === undefined && !last.isClosed;
      owner = isText
        ? last
        : stream.open.findLast((record) => takesAny(record) && line.number - record.lastNumber <= MAX_GAP);
    }
    if (owner === undefined) beginText(stream, line, wrapper);
    else addOrBegin(stream, owner, line, wrapper);
  }

  function addOrBegin(stream: Stream, owner: OpenRecord, line: Line, wrapper: Recognised | undefined): void {
    if (addLine(owner, line.text, line.number, options)) {
      stream.last = owner;
      return;
    }
    options.onCut(owner);
    beginText(stream, line, wrapper);
  }

  function begin(
    stream: Stream,
    { head, compiled }: Recognised,
    line: Line,
    wrapper: Recognised | undefined,
  ): OpenRecord {
    if (wrapper !== undefined) addWrapper(head, wrapper.head);
    const record = openRecord(head, compiled, line.text, line.number);
    enter(stream, record);
    return record;
  }

  function beginText(stream: Stream, line: Line, wrapper: Recognised | undefined): void {
    const head = wrapper === undefined ? emptyHead(TEXT_FORMAT, '') : { ...wrapper.head, body: line.text };
    // What a container carries is its format's record, and may have lines like any text.
    enter(stream, openRecord(head, undefined, line.text, line.number));
  }

  function enter(stream: Stream, record: OpenRecord): void {
    stream.open = stream.open.filter((other) => {
      const isOver =
        other.isClosed ||
        other.compiled === undefined ||
        other.head.formatId === record.head.formatId ||
        record.number - other.lastNumber > MAX_GAP;
      if (isOver) other.isClosed = true;
      return !isOver;
    });
    if (stream.open.length >= MAX_OPEN) stream.open.shift()!.isClosed = true;
    if (!record.isClosed) stream.open.push(record);
    stream.last = record;
    queue.push(record);
  }

  return {
    push,
    take() {
      let done = 0;
      while (done < queue.length && queue[done]!.isClosed) done++;
      // A record that waits must not hold back everything behind it.
      if (queue.length - done > 4 * MAX_GAP) {
        for (const record of queue) if (record !== queue.at(-1)) record.isClosed = true;
        done = queue.length - 1;
      }
      const complete = queue.slice(0, done);
      queue = done === 0 ? queue : queue.slice(done);
      return complete;
    },
    flush() {
      for (const stream of streams.values()) {
        const { gathered, partial } = stream;
        stream.gathered = undefined;
        stream.partial = undefined;
        for (const line of gathered?.json.lines ?? []) goOn(stream, line, gathered?.wrapper);
        if (partial !== undefined) goOn(stream, { ...partial, isCut: true }, undefined);
        stream.open = [];
        stream.last = undefined;
      }
      for (const record of queue) record.isClosed = true;
    },
  };
}

/** Runtimes cut long lines: CRI says so with a P, Docker leaves out the line feed. */
function isPartial({ head, compiled }: Recognised): boolean {
  if (head.fields.partial !== undefined) return head.fields.partial === 'P';
  return compiled.format.kind === 'json' && head.inner?.endsWith('\n') === false;
}

/** What the container knows and the line itself does not say. */
function addWrapper(head: Head, wrapper: Head): void {
  head.timeNs ??= wrapper.timeNs;
  head.level ??= wrapper.level;
  if (head.service === '') head.service = wrapper.service;
  if (head.host === '') head.host = wrapper.host;
  head.fields = { ...wrapper.fields, ...head.fields };
}

/** Id of what fits no format. */
export const TEXT_FORMAT = 'text';
