import { type Gate, tellLack } from '@harrier/escalate';
import { bytesText } from '../../format/quantity.ts';
import type { CliIo } from '../../io.ts';
import { escapeText } from '../../terminal/escape.ts';
import { createPage } from '../../terminal/page.ts';
import { chooseStyle } from '../../terminal/style.ts';
import { wrapLabelled } from '../../terminal/wrap.ts';
import type { AllWords } from '../../words/for-language.ts';

interface Written {
  readonly gate: Gate;
  readonly output: string;
  readonly sizeBytes: number;
  /** Of the input: the capture in the package is whole again, and does not show that this one was cut or damaged. */
  readonly oddities: number;
}

/** The state first, then what is missing and what to do; on standard error, because standard output may be the package. */
export async function printGate(io: CliIo, written: Written, words: AllWords): Promise<void> {
  const { gate, output, sizeBytes, oddities } = written;
  const { escalation } = words.knowledge;
  const page = createPage(io.stderr, chooseStyle(io.env, io.stderr), words);
  page.line(escalation.state[gate.state]);
  for (const { question, lacks } of gate.questions) {
    if (lacks.length > 0) page.line(`  ${escalation.question[question]}`);
    for (const lack of lacks) {
      const { what, next } = tellLack(lack, words.knowledge);
      for (const line of wrapLabelled('    ', escapeText(what), page.proseCells)) page.line(line);
      const advice = `${escalation.labelled(escalation.next)}${next}`;
      for (const line of wrapLabelled('    ', escapeText(advice), page.proseCells))
        page.line(page.style.muted(line));
    }
  }
  const place = output === '-' ? words.convert.standardOutput : output;
  page.line(escapeText(words.escalate.done(bytesText(sizeBytes), place)));
  if (oddities > 0) page.line(words.convert.notes(oddities));
  await page.flush();
}
