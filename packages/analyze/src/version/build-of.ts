import type { Exchange } from '../exchange/exchange.ts';
import { fieldValue } from '../exchange/field-value.ts';

/** Fields in which services name the build that answers, the more telling first. */
const buildFields = [
  'x-build',
  'x-build-id',
  'x-build-number',
  'x-build-version',
  'x-app-version',
  'x-application-version',
  'x-service-version',
  'x-release',
  'x-release-id',
  'x-revision',
  'x-git-commit',
  'x-git-sha',
  'x-commit',
  'x-commit-id',
  'x-version',
] as const;

/** One of them as exporters write it, in lower case. */
export const anyBuildField = new RegExp(`"(?:${buildFields.join('|')})"`);

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
