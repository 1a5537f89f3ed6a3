/**
 * The outside programs that tests meet for real. A test that needs one is named
 * `<what>.<peer id>.peer.test.ts`; without the peer it is left out and the run says so, with
 * HARRIER_REQUIRE_PEERS=1 the run fails before it begins.
 */
import { spawnSync } from 'node:child_process';

/**
 * `package` is Debian's, or with `npm:` in front what `.ci/run` installs into `.cache`, being too large to depend on.
 * @typedef {{ id: string, command: string, args: string[], package: string, provesThat: string }} Peer
 */

/** @type {readonly Peer[]} */
export const peers = [
  {
    id: 'chromium',
    command: process.env.HARRIER_CHROMIUM ?? 'chromium',
    args: ['--version'],
    package: 'chromium chromium-headless-shell',
    provesThat: 'the engine runs in a page and in a worker',
  },
  {
    id: 'firefox',
    command: process.env.HARRIER_FIREFOX ?? 'firefox-esr',
    args: ['--version'],
    package: 'firefox-esr',
    provesThat: 'the extension records in Firefox',
  },
  {
    id: '7z',
    command: '7z',
    args: ['i'],
    package: 'p7zip-full',
    provesThat: 'archives that others protected with AES or ZipCrypto open',
  },
  {
    id: 'gpg',
    command: 'gpg',
    args: ['--version'],
    package: 'gnupg',
    provesThat: 'what is encrypted for the holder of a key opens with gpg',
  },
  {
    id: 'sq',
    command: 'sq',
    args: ['--version'],
    package: 'sq',
    provesThat: 'what is sealed opens with a second implementation of OpenPGP, and the other way round',
  },
  {
    id: 'redmine',
    command: 'test',
    // Its tests make an instance of their own beside the packaged one.
    args: ['-w', '/var/lib/redmine', '-a', '-x', '/usr/bin/puma', '-a', '-f', '/usr/share/redmine/config.ru'],
    package: 'redmine redmine-sqlite puma',
    provesThat: 'attachments are taken, put, removed and annotated in a real Redmine',
  },
  {
    id: 'rt',
    command: 'test',
    args: ['-x', '/usr/sbin/rt-setup-database-5', '-a', '-x', '/usr/bin/starman'],
    package: 'request-tracker5 rt5-db-sqlite rt5-standalone starman',
    provesThat: 'attachments are taken and put in a real Request Tracker, which cannot remove them',
  },
  {
    id: 'postgres',
    // Debian keeps the server's programs out of the path, one folder for each version.
    command: '/bin/sh',
    args: ['-c', 'ls /usr/lib/postgresql/*/bin/pg_ctl'],
    package: 'postgresql',
    provesThat: 'cases, jobs and audit keep their promises on PostgreSQL',
  },
  {
    id: 'clickhouse',
    // The old server knows no option that answers and ends.
    command: 'sh',
    args: ['-c', 'command -v clickhouse-server'],
    package: 'clickhouse-server',
    provesThat: 'logs are kept by a cluster of ClickHouse servers, and found when one of them is down',
  },
  {
    id: 'shells',
    command: 'sh',
    args: ['-c', 'command -v bash && command -v zsh && command -v fish && command -v mandoc'],
    package: 'bash zsh fish mandoc',
    provesThat: 'shells complete what can be typed, and the manual page reads as one',
  },
  {
    id: 'zookeeper',
    command: 'sh',
    args: ['-c', 'command -v clickhouse-server && command -v java && test -f /usr/share/java/zookeeper.jar'],
    package: 'zookeeper clickhouse-server',
    provesThat: 'logs on replicated tables outlive the loss of a server',
  },
  {
    id: 'chdb',
    command: process.execPath,
    args: ['-e', "require('node:module').createRequire(process.cwd() + '/.cache/chdb/')('chdb')"],
    package: 'npm:chdb@3.4.0',
    provesThat: 'logs are kept in the SQL of a current ClickHouse',
  },
];

/** Which peers answer on this machine. */
export function lookForPeers() {
  const found = [];
  const missing = [];
  for (const peer of peers) {
    const answer = spawnSync(peer.command, peer.args, { stdio: 'ignore', timeout: 20_000 });
    (answer.status === 0 ? found : missing).push(peer);
  }
  return { found, missing };
}
