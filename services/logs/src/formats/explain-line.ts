import { newFileContext } from './compile-format.ts';
import type { CompiledFormat, FileContext, PatternVerdict } from './compiled-format.ts';
import type { LogDefaults } from './open-log.ts';
import { openRecogniser, type Reach } from './recogniser.ts';
import { compiledFormats } from './shipped-formats.ts';

/** Why a line is read as it is. */
export interface LineExplanation {
  /** The format that reads it as the first line of a record; undefined = it is text, or goes on with the line before. */
  readonly format: string | undefined;
  readonly pattern: string;
  /** How sure: see `LogFormat.fit`. */
  readonly fit: Reach | undefined;
  /** Of a line that carries another: what reads the inner one. */
  readonly inner: LineExplanation | undefined;
  /** Every pattern that was tried, the one that got furthest first: where it stopped and what it expected there. */
  readonly tried: readonly PatternVerdict[];
}

/** Which format reads a line, and where the others first failed. The line stands by itself: nothing is open before it. */
export function explainLine(
  line: string,
  formats: readonly CompiledFormat[] = compiledFormats(),
  defaults: LogDefaults = {},
): LineExplanation {
  const clock = { zone: defaults.zone ?? 'UTC', referenceMs: defaults.referenceMs ?? Date.now() };
  return explain(line, formats, newFileContext(clock));
}

function explain(line: string, formats: readonly CompiledFormat[], context: FileContext): LineExplanation {
  const found = openRecogniser(formats).recognise(line, context, 'fragment');
  const tried = formats
    .flatMap((compiled) => compiled.explain(line, context))
    .sort((a, b) => Number(b.fits) - Number(a.fits) || b.matchedChars - a.matchedChars);
  return {
    format: found?.compiled.format.id,
    pattern: found?.head.pattern ?? '',
    fit: found === undefined ? undefined : (found.compiled.format.fit ?? 'exact'),
    inner: found?.head.inner === undefined ? undefined : explain(found.head.inner, formats, context),
    tried,
  };
}
