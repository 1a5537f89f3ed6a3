import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { serveBackend } from '../backend/serve-backend.ts';
import { openNetwork } from '../network/network.ts';
import { resolverRules } from '../network/resolver-rules.ts';
import type { Command } from './command.ts';

/** `serve`: the telephony back end in good health, for a person to click through. */
export const serve: Command = {
  name: 'serve',
  usage: '[--open]',
  summary: 'Leaves the back end running until Ctrl+C; --open starts a Chromium that knows its hosts.',
  async run(words) {
    const { values } = parseArgs({
      args: [...words],
      options: { open: { type: 'boolean', default: false } },
    });
    const backend = await serveBackend();
    const network = await openNetwork();
    network.host(backend.sites);
    // A person's browser has no policy of ours: it is told to accept this one key, in a profile of its own.
    const flags = [
      `--host-resolver-rules=${resolverRules(network)}`,
      `--ignore-certificate-errors-spki-list=${network.authority.serverKeyDigest}`,
      '--no-first-run',
    ];
    process.stdout.write(`${backend.guide.join('\n')}\n\n`);
    process.stdout.write(
      `A browser that knows these hosts:\nchromium --user-data-dir=$(mktemp -d) ${flags.map((flag) => `'${flag}'`).join(' ')}\n\nCtrl+C ends it.\n`,
    );
    const profile = await mkdtemp(path.join(tmpdir(), 'harrier-lab-'));
    const browser = values.open
      ? spawn(process.env.HARRIER_CHROMIUM ?? 'chromium', [`--user-data-dir=${profile}`, ...flags], {
          stdio: 'ignore',
        })
      : undefined;
    browser?.on('error', (error) => process.stderr.write(`The browser did not start: ${error.message}\n`));
    await new Promise<void>((resolve) => process.once('SIGINT', resolve));
    browser?.kill();
    await network.close();
    await backend.stop?.();
    await rm(profile, { recursive: true, force: true });
    return 0;
  },
};
