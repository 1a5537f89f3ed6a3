import type { CompiledFormat, FileContext } from './compiled-format.ts';
import type { Head } from './head.ts';

/** A head and the format that read it. */
export interface Recognised {
  readonly head: Head;
  readonly compiled: CompiledFormat;
}

/** How far a line may be stretched to begin a record, see `LogFormat.fit`. */
export type Reach = 'exact' | 'loose' | 'fragment';

/** Asks formats whether a line begins a record. */
export interface Recogniser {
  recognise(line: string, context: FileContext, reach: Reach): Recognised | undefined;
}

const REACHES: readonly Reach[] = ['exact', 'loose', 'fragment'];
/** ASCII by code, and one place for everything beyond. */
const PLACES = 129;

/**
 * Exact formats first, of texts the last one that fitted before the others; then the loose ones; then fragments. Exact
 * patterns exclude each other, so their order changes how long it takes and never the answer.
 */
export function openRecogniser(formats: readonly CompiledFormat[]): Recogniser {
  const tables = REACHES.map((reach) => byFirstCharacter(formats, reach));
  return {
    recognise(line, context, reach) {
      const code = line.charCodeAt(0);
      const place = code < 128 ? code : PLACES - 1;
      for (let step = 0; step <= REACHES.indexOf(reach); step++) {
        const candidates = tables[step]![place]!;
        for (let at = 0; at < candidates.length; at++) {
          const compiled = candidates[at]!;
          const head = compiled.recognise(line, context);
          if (head === undefined) continue;
          if (step === 0 && at > 0 && compiled.format.kind === 'text') {
            candidates.copyWithin(1, 0, at);
            candidates[0] = compiled;
          }
          return { head, compiled };
        }
      }
      return undefined;
    },
  };
}

function byFirstCharacter(formats: readonly CompiledFormat[], reach: Reach): CompiledFormat[][] {
  // A JSON object may have what several formats need: the one that needs most knows it best.
  const needs = ({ format }: CompiledFormat) => Object.keys(format.needs ?? {}).length;
  const wanted = formats
    .filter(({ format }) => (format.fit ?? 'exact') === reach)
    .sort((a, b) => needs(b) - needs(a));
  return Array.from({ length: PLACES }, (_, code) =>
    wanted.filter(({ first }) => first === undefined || first.has(code)),
  );
}
