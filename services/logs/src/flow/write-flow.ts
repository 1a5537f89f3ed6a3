import type { Flow } from './flow.ts';
import { type FlowWords, plainFlowWords } from './flow-text.ts';
import { writeJaeger } from './write-jaeger.ts';
import { writeMermaid } from './write-mermaid.ts';
import { writeOtlpTrace } from './write-otlp-trace.ts';
import { writeSvg } from './write-svg.ts';

/** How a flow is handed on: two diagrams for people, two traces for other programs. */
const writers = {
  mermaid: writeMermaid,
  svg: writeSvg,
  otlp: writeOtlpTrace,
  jaeger: writeJaeger,
} as const satisfies Record<string, (flow: Flow, words: FlowWords) => string>;

export type FlowExport = keyof typeof writers;

/** A flow as one file's text, in the reader's words. */
export function writeFlow(flow: Flow, format: FlowExport, words: FlowWords = plainFlowWords): string {
  return writers[format](flow, words);
}
