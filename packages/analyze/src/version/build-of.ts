import type { Exchange } from '../exchange/exchange.ts';
import { fieldValue } from '../exchange/field-value.ts';
import { buildFields } from './build-fields.ts';

/** The build that gave an answer, and the field that says so. */
export interface Build {
  readonly name: string;
  readonly field: string;
}

/** undefined: the answer does not name its build. */
export function buildOf({ entry }: Exchange): Build | undefined {
  for (const field of buildFields) {
    const name = fieldValue(entry.response.headers, field)?.trim() ?? '';
    if (/^[\w.+-]{1,60}$/.test(name)) return { name, field };
  }
  return undefined;
}
