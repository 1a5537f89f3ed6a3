import { gateJson, targets } from '@harrier/escalate';
import { inputOptions } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { ExitCode } from '../../exit-code.ts';
import { withCapture } from '../../input/with-capture.ts';
import { jsonText } from '../../json/json-text.ts';
import { detachedSigner } from '../../keys/detached-signer.ts';
import { writeOutput } from '../../output/write-output.ts';
import type { Command } from '../command.ts';
import { makePackage } from './make-package.ts';
import { printGate } from './print-gate.ts';
import { readMaterial } from './read-material.ts';

/** `harrier escalate <file> -o <out.zip>`: what engineering needs, and what it still lacks. */
export const escalate: Command = {
  name: 'escalate',
  positionals: ['file'],
  oneOf: { target: targets.map(({ id }) => id) },
  options: [
    'output',
    'force',
    'logs',
    'answers',
    'attach',
    'target',
    'require-ready',
    'case',
    'server',
    'playbooks',
    'policy',
    'preset',
    'strip-jwt',
    'key-file',
    'sign',
    'password-file',
    'json',
    ...inputOptions,
  ],
  async run(io, { positionals, options }, words) {
    const [input = ''] = positionals;
    const { output } = options;
    if (output === undefined) throw new UsageError({ kind: 'missing-option', option: '-o <out.zip>' });
    if (output === '-' && options.json)
      throw new UsageError({ kind: 'exclude-each-other', options: ['-o -', '--json'] });
    const material = await readMaterial(options, words);
    const sign = options.sign === undefined ? undefined : await detachedSigner(io, options, words);
    const { gate, zip, oddities } = await writeOutput(
      io,
      { output, input, force: options.force === true },
      async (write) => {
        const made = await withCapture(io, input, options, words, async (capture, source) => ({
          ...(await makePackage({ io, input, options, material, words, sign }, capture, source)),
          oddities: capture.notes.length,
        }));
        await write(made.zip);
        return made;
      },
    );
    if (options.json)
      await io.stdout.write(`${jsonText({ file: output, ...gateJson(gate, words.knowledge) }, 2)}\n`);
    else await printGate(io, { gate, output, sizeBytes: zip.length, oddities }, words);
    const isRefused = options['require-ready'] === true && gate.state === 'draft';
    return isRefused ? ExitCode.notReady : ExitCode.done;
  },
};
