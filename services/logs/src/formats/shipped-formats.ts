import { readdirSync, readFileSync } from 'node:fs';
import { checkFormat } from './check-format.ts';
import { compileFormat } from './compile-format.ts';
import type { CompiledFormat } from './compiled-format.ts';
import type { LogFormat } from './log-format.ts';

// The build copies the files beside the compiled ones.
const folder = new URL('./shipped/', import.meta.url);

let shipped: readonly LogFormat[] | undefined;
let compiled: readonly CompiledFormat[] | undefined;

/** The formats that come with Harrier, by id: one file each in `shipped/`. */
export function shippedFormats(): readonly LogFormat[] {
  shipped ??= readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => checkFormat(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));
  return shipped;
}

/** The same, ready to read; their patterns are proved linear by `shipped-formats.test.ts`. */
export function compiledFormats(): readonly CompiledFormat[] {
  compiled ??= shippedFormats().map((format) => compileFormat(format, 'native'));
  return compiled;
}
