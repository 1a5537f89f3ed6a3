import type { ArgumentShape, Arguments } from '../arguments/read-arguments.ts';
import type { ExitCode } from '../exit-code.ts';
import type { CliIo } from '../io.ts';
import type { AllWords } from '../words/for-language.ts';

/** One word after `harrier`. A new command is one file, one line in the command table and its help. */
export interface Command extends ArgumentShape {
  /** `words` are in the language that was asked for. */
  run(io: CliIo, given: Arguments, words: AllWords): Promise<ExitCode>;
}
