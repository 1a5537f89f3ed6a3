import { readFile } from 'node:fs/promises';
import { checkFormat } from './check-format.ts';
import { compileFormat } from './compile-format.ts';
import type { CompiledFormat } from './compiled-format.ts';
import { provesLinear } from './linear-pattern.ts';
import { importLnavFormats, isLnavFile, type LnavNote } from './lnav/import-lnav.ts';
import type { LogFormat } from './log-format.ts';
import { LogFormatError } from './log-format-error.ts';
import { compiledFormats } from './shipped-formats.ts';

/** Formats of a user's own, ready for `OpenLogOptions.formats`. */
export interface LoadedFormats {
  /** The user's, then the shipped ones that they do not replace by id. */
  readonly formats: readonly CompiledFormat[];
  /** What an lnav file has that is not taken over. */
  readonly notes: readonly LnavNote[];
}

/**
 * Reads files with formats: Harrier's, one each, or lnav's. Their patterns run in linear time: where that is not proved
 * they are matched by RE2, which is slower. Error: {@link LogFormatError} `logs/format-wrong`.
 */
export async function loadFormats(files: readonly string[]): Promise<LoadedFormats> {
  const notes: LnavNote[] = [];
  const own: LogFormat[] = [];
  for (const file of files) {
    const value = parse(await readFile(file, 'utf8'));
    if (isLnavFile(value)) {
      const imported = importLnavFormats(value);
      own.push(...imported.formats);
      notes.push(...imported.notes);
    } else own.push(checkFormat(value));
  }
  const replaced = new Set(own.map(({ id }) => id));
  const shipped = compiledFormats().filter(({ format }) => !replaced.has(format.id));
  return { formats: [...own.map(compileOwn), ...shipped], notes };
}

/** The platform's engine where the proof holds, RE2 elsewhere. */
export function compileOwn(format: LogFormat): CompiledFormat {
  const patterns = [...(format.patterns ?? []), ...(format.inBody ?? [])];
  const isLinear = patterns.every(({ pattern }) => provesLinear(pattern));
  return compileFormat(format, isLinear ? 'native' : 'linear');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new LogFormatError('logs/format-wrong', '', 'is not JSON', cause);
  }
}
