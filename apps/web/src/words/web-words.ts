import type { BenchWords } from './bench-words.ts';
import type { DetailsWords } from './details/details-words.ts';
import type { EscalateWords } from './escalate/escalate-words.ts';
import type { KnowledgeWords } from './knowledge/knowledge-words.ts';
import type { LogsWords } from './logs/logs-words.ts';
import type { ToolWords } from './tools/tool-words.ts';

/** Everything that the workbench says by itself, in one language. Findings, notes and terms are in `knowledge`. */
export interface WebWords extends ToolWords {
  readonly start: {
    readonly title: string;
    readonly drop: string;
    readonly choose: string;
    readonly example: string;
    readonly private: string;
  };
  readonly reading: {
    progress(readBytes: string, totalBytes: string, entries: string): string;
    readonly cancel: string;
    /** Under the progress, where the answer will stand. */
    readonly meanwhile: string;
  };
  readonly answer: {
    whoCanFix(who: string): string;
    readonly trackingId: string;
    readonly copy: string;
    readonly copied: string;
    readonly evidence: string;
    moreFindings(count: number): string;
    requests(count: number): string;
    failed(count: number): string;
  };
  readonly table: {
    readonly label: string;
    readonly index: string;
    readonly started: string;
    readonly method: string;
    readonly url: string;
    readonly code: string;
    readonly trackingId: string;
    readonly error: string;
    readonly org: string;
    readonly time: string;
    readonly waterfall: string;
  };
  readonly filter: {
    readonly label: string;
    readonly placeholder: string;
    readonly quick: Readonly<Record<'failed' | 'slow' | 'cors' | 'auth', string>>;
    /** How many rows are shown of how many. */
    shown(shown: string, all: string): string;
  };
  readonly details: DetailsWords;
  readonly logs: LogsWords;
  readonly bench: BenchWords;
  readonly escalate: EscalateWords;
  readonly knowledgeBase: KnowledgeWords;
  readonly frame: {
    readonly language: string;
    readonly theme: string;
    closeCapture(name: string): string;
  };
}
