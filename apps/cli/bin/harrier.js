#!/usr/bin/env node
/**
 * `harrier`: sets the checkout up when that is needed, then hands over to the build. Committed as plain
 * JavaScript, because it runs before anything is built, and in old syntax, so that an old Node can
 * still read it and be told what is missing.
 */
import { existsSync } from 'node:fs';

const oldestNode = [20, 19];

const version = process.versions.node.split('.').map(Number);
if (version[0] < oldestNode[0] || (version[0] === oldestNode[0] && version[1] < oldestNode[1])) {
  process.stderr.write(
    `harrier: Node ${oldestNode.join('.')} or newer is needed; this is Node ${process.versions.node}.\n`,
  );
  process.exit(2);
}

try {
  // A packed installation has no sources and is ready as it is.
  const setUp = new URL('../../../scripts/ensure-ready.mjs', import.meta.url);
  if (existsSync(setUp)) (await import(setUp.href)).ensureReady({ quiet: true });
} catch (error) {
  process.stderr.write(`harrier: the checkout could not be set up. ${error.message}\n`);
  process.exit(70);
}

const { main, processIo, expectShortLife } = await import('../dist/main.js');
// A server stays.
if (process.argv[2] !== 'serve') expectShortLife();
// Every write was awaited; an input that is still open (a pipe after Ctrl-C) must not keep the process.
process.exit(await main(process.argv.slice(2), processIo()));
