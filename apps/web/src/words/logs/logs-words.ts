import type { LogLevel, PartialNote } from '@harrier/logs/for-pages';

/** What is said about logs, in one language. Ids, levels, services and the lines themselves are literals and stay. */
export interface LogsWords {
  readonly box: {
    readonly label: string;
    readonly placeholder: string;
    readonly search: string;
    readonly stop: string;
    readonly scope: string;
    /** The source that the request belongs to, and all sources at once. */
    readonly scopes: Readonly<Record<'source' | 'global', string>>;
    readonly scopeMeanings: Readonly<Record<'source' | 'global', string>>;
    readonly level: string;
    readonly levels: Readonly<Record<'call' | 'request' | 'session', string>>;
    readonly levelMeanings: Readonly<Record<'call' | 'request' | 'session', string>>;
    readonly otherIds: string;
  };
  readonly state: {
    readonly start: string;
    readonly searching: string;
    found(records: string): string;
    /** Nothing was found for what was asked. */
    readonly none: string;
    readonly widen: string;
    readonly searchAll: string;
    cut(records: string): string;
    readonly brokenOff: string;
    readonly failed: string;
    /** No source says that the request belongs to it. */
    readonly askedAll: string;
    asked(sources: string): string;
    partial(source: string): Readonly<Record<PartialNote['reason'], string>>;
    readonly nameless: string;
  };
  /** `command` is what has to be typed. */
  readonly attach: {
    /** Nobody may search from here without signing in, or without the key. */
    readonly closed: string;
    none(command: string): string;
    empty(command: string): string;
    readonly drop: string;
    readonly dropHint: string;
    taken(name: string, read: string, added: string): string;
    refused(name: string): string;
    unread(name: string): string;
  };
  readonly sources: {
    readonly title: string;
    readonly heads: Readonly<
      Record<'name' | 'region' | 'kind' | 'records' | 'first' | 'last' | 'health', string>
    >;
    readonly health: Readonly<Record<'ok' | PartialNote['reason'], string>>;
  };
  readonly flow: {
    readonly title: string;
    broke(service: string, call: string): string;
    readonly request: string;
    missing(service: string, call: string): string;
    readonly missingShort: string;
    refused(refused: number, of: number): string;
    cause(text: string): string;
    readonly received: string;
    drift(element: string, from: string, to: string): string;
    moreDrifts(count: number): string;
    askedOff(member: string): string;
    readonly whole: string;
    chosen(requests: number): string;
    requestOf(call: string): string;
    attempt(number: number): string;
    clock(offset: string): string;
    readonly clockMeaning: string;
    readonly heads: Readonly<Record<'hop' | 'call' | 'start' | 'took' | 'status', string>>;
    readonly hops: string;
    readonly diagram: string;
  };
  readonly lines: {
    readonly title: string;
    readonly ofHop: string;
    readonly all: string;
    readonly filter: string;
    readonly level: string;
    readonly anyLevel: string;
    levelFrom(level: LogLevel): string;
    readonly source: string;
    readonly anySource: string;
    readonly more: string;
    readonly from: string;
    readonly until: string;
    readonly nothingFits: string;
    readonly noTime: string;
    shown(shown: string, all: string): string;
    readonly open: string;
  };
  readonly export: {
    readonly button: string;
    readonly lines: string;
    readonly flow: string;
    readonly forms: Readonly<
      Record<'text' | 'jsonl' | 'otlp' | 'mermaid' | 'svg' | 'otlpTrace' | 'jaeger', string>
    >;
  };
  readonly tab: {
    readonly noId: string;
    readonly openPage: string;
    readonly search: string;
  };
}
