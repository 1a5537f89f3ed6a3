import type { Variant } from './compare.ts';
import { measureRun } from './measurement.ts';

/** All that a program does which measures one variant: `node measure-once.js <variant> <file>`. */
export async function answerMeasurement(variants: readonly Variant[]): Promise<void> {
  const [, , id, path] = process.argv;
  const variant = variants.find((candidate) => candidate.id === id);
  if (variant === undefined || path === undefined) throw new Error('usage: measure-once <variant> <file>');
  process.stdout.write(JSON.stringify(await measureRun(await variant.prepare(path))));
}
