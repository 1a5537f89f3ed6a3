import { createHash, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { PolicyError, parsePolicy, type SanitizePolicy } from '@harrier/sanitize';
import type { Options } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { OutputFailedError } from '../../output/output-file.ts';

/** A policy is a page of text; whatever is larger is something else. */
const MAX_POLICY_BYTES = 1_000_000;

/** The policy file with the options on top of it. Error: {@link UsageError}. */
export async function policyOfOptions(options: Options): Promise<SanitizePolicy> {
  const policy = options.policy === undefined ? {} : await readPolicy(options.policy);
  return {
    ...policy,
    ...(options.preset === undefined ? {} : { preset: options.preset }),
    ...(options['strip-jwt'] ? { jwt: 'strip' as const } : {}),
  };
}

async function readPolicy(file: string): Promise<SanitizePolicy> {
  const text = (await readOption('--policy', file)).subarray(0, MAX_POLICY_BYTES).toString('utf8');
  try {
    return parsePolicy(text);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw new UsageError({ kind: 'bad-policy', path: file, pointer: error.path, what: error.message });
  }
}

/**
 * The key of a case: the same file gives the same pseudonyms. A file that is not there yet is made, readable by its
 * owner alone. Error: {@link UsageError}; {@link OutputFailedError} where it cannot be made.
 */
export async function keyOfFile(file: string): Promise<Uint8Array> {
  let content: Buffer;
  try {
    content = await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw unreadable('--key-file', file);
    content = Buffer.from(`${randomBytes(32).toString('base64url')}\n`);
    try {
      await writeFile(file, content, { mode: 0o600, flag: 'wx' });
    } catch (problem) {
      throw new OutputFailedError(file, problem);
    }
  }
  if (content.length < 32) throw new UsageError({ kind: 'short-key', path: file });
  return createHash('sha256').update(content).digest();
}

/** The content of a file that an option names. Error: {@link UsageError}. */
export async function readOption(option: string, file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch {
    throw unreadable(option, file);
  }
}

function unreadable(option: string, path: string): UsageError {
  return new UsageError({ kind: 'unreadable-option', option, path });
}
