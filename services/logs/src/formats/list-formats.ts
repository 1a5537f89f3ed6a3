import type { CompiledFormat } from './compiled-format.ts';
import type { FormatKind } from './log-format.ts';
import type { Reach } from './recogniser.ts';
import { compiledFormats } from './shipped-formats.ts';

/** One format as a list shows it. */
export interface FormatEntry {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly kind: FormatKind;
  readonly fit: Reach;
}

/** The formats by id. */
export function listFormats(formats: readonly CompiledFormat[] = compiledFormats()): FormatEntry[] {
  return formats
    .map(({ format: { id, title, source, kind, fit } }) => ({ id, title, source, kind, fit: fit ?? 'exact' }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
