import type { Opener } from '@harrier/cases/vault';
import { VaultError } from '@harrier/cases/vault-error';
import type { Options } from '../arguments/option-table.ts';
import { UsageError } from '../arguments/usage-error.ts';
import { readOption } from '../commands/sanitize/policy-of-options.ts';
import type { CliIo } from '../io.ts';
import { escapeText } from '../terminal/escape.ts';
import type { AllWords } from '../words/for-language.ts';
import { KeyFileError } from './key-file-error.ts';

/** As gpg prints it with `--show-session-key`, e.g. `9:0123…`; 9 is AES-256. */
const sessionKeyText = /^\s*9:([0-9A-Fa-f]{64})\s*$/;

/** What `--key` or `--session-key` names. Error: {@link UsageError}, {@link KeyFileError}. */
export async function openerOf(io: CliIo, options: Options, words: AllWords): Promise<Opener> {
  const { key, 'session-key': sessionKey } = options;
  if (key !== undefined && sessionKey !== undefined)
    throw new UsageError({ kind: 'exclude-each-other', options: ['--key', '--session-key'] });
  if (sessionKey !== undefined) return await sessionKeyOf(sessionKey);
  if (key === undefined) throw new UsageError({ kind: 'missing-option', option: '--key' });
  const { readPrivateKeys } = await import('@harrier/cases/vault');
  const file = await readOption('--key', key);
  try {
    return { privateKeys: await readPrivateKeys(file, () => passwordOf(io, options, words, key)) };
  } catch (error) {
    throw error instanceof VaultError ? new KeyFileError('--key', key, error) : error;
  }
}

/** Of the private key in the file `path`. Never from the command line, which other users of the machine can see. */
export async function passwordOf(
  io: CliIo,
  options: Options,
  words: AllWords,
  path: string,
): Promise<string | undefined> {
  const file = options['password-file'];
  // One line break at the end is the editor's, all other characters are the password's.
  if (file !== undefined)
    return (await readOption('--password-file', file)).toString('utf8').replace(/\r?\n$/, '');
  return io.env.HARRIER_KEY_PASSWORD ?? (await io.askSecret(words.unseal.askPassword(escapeText(path))));
}

async function sessionKeyOf(path: string): Promise<Opener> {
  const { SessionKey } = await import('@harrier/cases/vault');
  const [, hex] = sessionKeyText.exec((await readOption('--session-key', path)).toString('latin1')) ?? [];
  if (hex === undefined) throw new UsageError({ kind: 'bad-session-key', path });
  return { sessionKey: SessionKey.of(new Uint8Array(Buffer.from(hex, 'hex'))) };
}
