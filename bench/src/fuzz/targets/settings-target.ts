import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PlaybookError, readPlaybook } from '@harrier/analyze';
import { LogFormatError, loadFormats } from '@harrier/logs';
import { compilePolicy, PolicyError, parsePolicy } from '@harrier/sanitize';
import { strToU8 } from 'fflate';
import { reshapedJson } from '../mutate-json.ts';
import { repositoryFiles } from '../repository-files.ts';
import { type FuzzTarget, holds } from '../target.ts';

const policy = {
  preset: 'strict',
  names: { remove: ['X-Tenant-Key'], keep: ['orgId'] },
  patterns: [{ id: 'ticket', pattern: 'TCK-[0-9]{6,}', kind: 'api-key' }],
  allow: ['public'],
  keepKinds: ['csrf-token'],
  personalData: { email: true, phone: true },
  jwt: 'strip',
};

/** What people write by hand: playbooks, policies, log formats. */
export const settingsTarget: FuzzTarget = {
  name: 'settings',
  summary: 'a playbook, policy or log format is read or refused with a place in it',
  seeds: async () => [
    strToU8(JSON.stringify(policy)),
    ...repositoryFiles('packages/analyze/src/playbooks/packs', /\.json$/, 64 * 1024),
    ...repositoryFiles('services/logs/src/formats/shipped', /\.json$/, 16 * 1024),
  ],
  words: [
    ...[
      '"preset"',
      '"names"',
      '"patterns"',
      '"pattern":"',
      '"allow"',
      '"jwt"',
      '"findings"',
      '"match"',
      '"texts"',
      '"samples"',
    ],
    ...[
      '(a+)+$',
      '(?<x>',
      '[',
      '\\\\p{L}',
      'a{1,100000}',
      '"__proto__":{',
      '{x|y}',
      '[[',
      ']]',
      '/**/',
      '\ufeff',
      '{}',
      'null',
    ],
  ],
  mostBytes: 64 * 1024,
  reshape: reshapedJson,
  async run(input) {
    const text = new TextDecoder().decode(input);
    await refused(() => compilePolicy(parsePolicy(text)), PolicyError);
    const playbookError = await refused(() => readPlaybook(text), PlaybookError);
    if (playbookError !== undefined) {
      const { line, column } = playbookError.position;
      holds('the place is in the text', line >= 1 && column >= 1 && line <= text.split(/\r\n|\r|\n/).length);
    }
    // Formats are read from files; one is written over and over.
    formatFile ??= path.join(mkdtempSync(path.join(tmpdir(), 'harrier-fuzz-')), 'format.json');
    writeFileSync(formatFile, text);
    await refused(async () => await loadFormats([formatFile ?? '']), LogFormatError);
  },
};

let formatFile: string | undefined;

/** The error, where it is the one that is promised. Error: any other. */
async function refused<E extends Error>(
  read: () => unknown,
  Promised: abstract new (...words: never[]) => E,
): Promise<E | undefined> {
  try {
    await read();
    return undefined;
  } catch (error) {
    if (error instanceof Promised) return error;
    throw error;
  }
}
