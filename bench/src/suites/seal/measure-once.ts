import { type Measurement, measureRun } from '../../measure/measurement.ts';
import { variants } from './variants.ts';

/** `node measure-once.js <variant> <file>` */
async function measureOnce(id: string | undefined, path: string | undefined): Promise<Measurement> {
  const variant = variants.find((candidate) => candidate.id === id);
  if (variant === undefined || path === undefined) throw new Error('usage: measure-once <variant> <file>');
  return await measureRun(await variant.prepare(path));
}

process.stdout.write(JSON.stringify(await measureOnce(process.argv[2], process.argv[3])));
