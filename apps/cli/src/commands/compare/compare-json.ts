import type { AllWords } from '../../words/for-language.ts';
import { answerOf, type CompareReport } from './print-comparison.ts';

/** The value of `compare --json`. A contract: docs/schemas/compare.schema.json. */
export function compareJson(report: CompareReport, words: AllWords): object {
  const { a, b, names, comparison, sentences } = report;
  const { paired, onlyA, onlyB, leftClosed, differences } = comparison;
  return {
    answer: answerOf(report, words),
    captures: {
      a: { file: names.a, producer: a.producer.label, entries: a.index.length },
      b: { file: names.b, producer: b.producer.label, entries: b.index.length },
    },
    paired,
    onlyA,
    onlyB,
    leftClosed,
    differences: differences.map(({ entries, facts, score }, at) => ({
      sentence: sentences[at],
      score,
      entries,
      facts,
    })),
  };
}
