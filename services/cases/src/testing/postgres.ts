import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

/** A PostgreSQL server of one test file. It listens on a socket in its own folder and on no network. */
export interface TestPostgres {
  /** The URL of a new, empty database. */
  freshDatabase(): Promise<string>;
  stop(): void;
}

/** Starts Debian's PostgreSQL. The server refuses to run as root, so root hands it to the user of Debian's package. */
export function startPostgres(): TestPostgres {
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-pg-'));
  const data = path.join(folder, 'data');
  const user = process.getuid?.() === 0 ? serverUser() : undefined;
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const run = (program: string, args: readonly string[]) =>
    execFileSync(path.join(programs(), program), [...args], { stdio: 'ignore', cwd: folder, ...user });

  run('initdb', ['-D', data, '-U', 'harrier', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C']);
  const options = `-k ${folder} -c listen_addresses= -c max_connections=60`;
  run('pg_ctl', ['-D', data, '-o', options, '-l', path.join(folder, 'log'), '-w', 'start']);

  const urlOf = (name: string): string =>
    `postgres://harrier@localhost/${name}?host=${encodeURIComponent(folder)}`;
  let databases = 0;
  return {
    async freshDatabase() {
      const name = `fresh_${++databases}`;
      const client = new pg.Client({ connectionString: urlOf('postgres') });
      await client.connect();
      try {
        await client.query(`create database ${name}`);
      } finally {
        await client.end();
      }
      return urlOf(name);
    },
    stop() {
      run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where Debian's package has the server's programs, of the newest version. */
function programs(): string {
  const root = '/usr/lib/postgresql';
  const version = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a))[0] : undefined;
  if (version === undefined) throw new Error('PostgreSQL is not installed (Debian package postgresql)');
  return path.join(root, version, 'bin');
}

function serverUser(): { readonly uid: number; readonly gid: number } {
  const number = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: number('-u'), gid: number('-g') };
}
