import { CaseSystemError } from '@harrier/cases/case-system-error';
import type { Options } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { ExitCode } from '../../exit-code.ts';
import { bytesText } from '../../format/quantity.ts';
import type { CliIo } from '../../io.ts';
import { jsonText } from '../../json/json-text.ts';
import { escapeText } from '../../terminal/escape.ts';
import { startProgress } from '../../terminal/progress.ts';
import type { AllWords } from '../../words/for-language.ts';
import type { Command } from '../command.ts';
import { digestOf } from '../sanitize/digest.ts';
import { readOption } from '../sanitize/policy-of-options.ts';
import { DropError } from './drop-error.ts';
import { nameAtDrop } from './name-at-drop.ts';
import { type Sendable, withSendable } from './what-may-go.ts';

const chunkBytes = 1 << 18;

/** `harrier send <file> <url> --case <number>`: one clean or sealed file, to a place that takes uploads and gives nothing back. */
export const send: Command = {
  name: 'send',
  positionals: ['file', 'url'],
  options: ['case', 'token-file', 'policy', 'preset', 'json', 'help', 'lang'],
  async run(io, { positionals, options }, words) {
    const [file = '', given = ''] = positionals;
    // Standard input has no name.
    if (file === '-') throw new UsageError({ kind: 'missing-argument', argument: 'file' });
    const url = urlOf(given);
    const caseNumber = caseNumberOf(options.case);
    const token = await tokenOf(io, options, caseNumber, words);
    const told = await withSendable(io, file, options, words, async (sendable) => {
      const { sha256 } = await digestOf(sendable.source, '-', io.signal);
      const name = nameAtDrop(file, sha256);
      await put(io, sendable, { name, sha256, url, caseNumber, token }, words);
      return { file, url: url.href, case: caseNumber, name, sizeBytes: sendable.source.sizeBytes, sha256 };
    });
    const line = words.send.done(bytesText(told.sizeBytes), told.name, told.url);
    if (options.json) await io.stdout.write(`${jsonText(told, 2)}\n`);
    else await io.stderr.write(`${escapeText(line)}\nSHA-256 ${told.sha256}\n`);
    return ExitCode.done;
  },
};

/** Credentials and questions in a URL would not get there, and its credentials show on the command line. */
function urlOf(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isPlain =
    url !== undefined && `${url.username}${url.password}${url.search}${url.hash}` === '' && url.host !== '';
  if (isPlain && (url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url)))) return url;
  throw new UsageError({
    kind: 'not-one-of',
    option: '<url>',
    // What stands there besides may be a token.
    given: url === undefined ? given : `${url.protocol}//${url.host}`,
    oneOf: ['https://<host>/<path>'],
    meant: undefined,
  });
}

/** Whoever names this machine means it; a name that leads to a private address is refused, as everywhere in connectors. */
function isThisMachine({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** What can be a user in Basic authentication, as the drop checks once more. */
function caseNumberOf(given: string | undefined): string {
  if (given === undefined) throw new UsageError({ kind: 'missing-option', option: '--case' });
  if (/^[\w.-]{1,64}$/.test(given)) return given;
  throw new UsageError({
    kind: 'not-one-of',
    option: '--case',
    given,
    oneOf: ['A-Z a-z 0-9 . _ -'],
    meant: undefined,
  });
}

/** Never from the command line, which other users of the machine can see. */
async function tokenOf(
  io: CliIo,
  { 'token-file': file }: Options,
  caseNumber: string,
  { send: said }: AllWords,
): Promise<string> {
  const given =
    file === undefined
      ? (io.env.HARRIER_DROP_TOKEN ?? (await io.askSecret(said.askToken(caseNumber))))
      : (await readOption('--token-file', file)).toString('utf8');
  const token = given?.trim() ?? '';
  if (token === '') throw new UsageError({ kind: 'missing-option', option: '--token-file' });
  return token;
}

interface Sending {
  readonly name: string;
  readonly sha256: string;
  readonly url: URL;
  readonly caseNumber: string;
  readonly token: string;
}

/** Error: {@link DropError}. */
async function put(
  io: CliIo,
  { source, mediaType }: Sendable,
  { name, sha256, url, caseNumber, token }: Sending,
  words: AllWords,
): Promise<void> {
  const { uploadDrop } = await import('@harrier/cases/drop');
  const network = isThisMachine(url) ? 'private' : 'public';
  const drop = uploadDrop({ baseUrl: url.href, tokenOf: async () => token, network });
  const progress = startProgress(io.stderr, io.clock);
  const { sizeBytes } = source;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    let sentBytes = 0;
    for await (const piece of source.stream(chunkBytes, io.signal)) {
      yield piece;
      sentBytes += piece.length;
      progress.update(sentBytes / sizeBytes, words.progress.writing(bytesText(sentBytes)));
    }
  }
  const file = { name, mediaType, sizeBytes, sha256, visibility: 'public', key: sha256 } as const;
  try {
    await drop.put(caseNumber, { ...file, bytes: async () => bytes() });
  } catch (cause) {
    throw cause instanceof CaseSystemError ? new DropError(url.href, cause.status, { cause }) : cause;
  } finally {
    await progress.clear();
  }
}
