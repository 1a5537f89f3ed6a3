import type { CommandHelps, UsageWords } from '../cli-words.ts';

/** What `harrier trace` says, in one language. */
export interface TraceWords {
  readonly usage: Pick<UsageWords, 'no-tracking-id'>;
  readonly command: Pick<CommandHelps, 'trace'>;
  readonly told: {
    /** The first line where something failed. `call` is what `FlowNames.call` or `request` below make of it. */
    broke(service: string, call: string, what: string): string;
    /** The request itself, where its id has no counter. */
    readonly request: string;
    /** Commands of a message that was delivered well. */
    refused(refused: number, of: number): string;
    cause(text: string): string;
    /** The hop only passed on what a service without a line had answered. */
    readonly received: string;
    missing(service: string, call: string): string;
    /** A value that `from` sent and `to` did not get; `values` shows both. */
    drift(element: string, values: string, from: string, to: string): string;
    askedOff(member: string): string;
    readonly whole: string;
    readonly noLines: string;
    /** The id names a session of several requests; this one is shown. */
    chosen(requests: number, call: string): string;
    cut(records: number): string;
    attempt(number: number): string;
    clock(offset: string): string;
    moreLines(lines: number): string;
    readonly heads: Readonly<Record<'hop' | 'call' | 'start' | 'took' | 'status', string>>;
  };
}
