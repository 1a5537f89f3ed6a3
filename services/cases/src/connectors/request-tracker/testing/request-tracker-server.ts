import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../../../../../packages/har/src/testing/free-port.ts';

const program = '/usr/share/request-tracker5';

/** A real Request Tracker from Debian's package, with a database of its own, on a port of this machine. */
export interface RequestTrackerServer {
  readonly baseUrl: string;
  /** Of an account that may do everything, as the customer in tests. */
  readonly customerToken: string;
  /** Of the account `harrier`, with the rights that the connector needs. */
  readonly token: string;
  stop(): Promise<void>;
}

/** Makes the two accounts, in RT's own words; prints their tokens. */
const setUp = `
use lib '${program}/lib';
use RT -init;
sub token_of {
  my ($name, @rights) = @_;
  my $user = RT::User->new(RT->SystemUser);
  my ($made, $why) = $user->Create(Name => $name, EmailAddress => "$name\\@example.test", Privileged => 1);
  die $why unless $made;
  $user->PrincipalObj->GrantRight(Right => $_, Object => RT->System) for @rights;
  my ($ok, $message, $token) = RT::AuthToken->new(RT->SystemUser)->Create(Owner => $user->Id, Description => 'test');
  return $token;
}
print 'TOKENS ', token_of('customer', 'SuperUser'), ' ',
  token_of('harrier', qw(SeeQueue ShowTicket ShowTicketComments CommentOnTicket ReplyToTicket)), "\\n";
`;

export async function startRequestTracker(): Promise<RequestTrackerServer> {
  // In memory where that is possible: RT waits for the disk many times in every request.
  const folder = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'harrier-rt-'));
  const at = (name: string) => path.join(folder, name);
  const port = await freePort();
  mkdirSync(at('config.d'));
  const settings = {
    rtname: 'example',
    DatabaseType: 'SQLite',
    DatabaseName: at('rt.sqlite'),
    WebDomain: '127.0.0.1',
    WebPort: String(port),
    WebPath: '',
    Timezone: 'UTC',
    LogToSTDERR: 'error',
    MailCommand: 'testfile',
    CanonicalizeRedirectURLs: '0',
  };
  const lines = Object.entries(settings).map(([name, value]) => `Set($${name}, '${value}');`);
  writeFileSync(
    at('RT_SiteConfig.pm'),
    [...lines, 'Set($LogToSyslog, undef);', 'Set(%GnuPG, Enable => 0);', '1;'].join('\n'),
  );
  const env = {
    // Debian keeps the set-up program where only administrators look.
    PATH: `${process.env.PATH ?? ''}:/usr/sbin`,
    HOME: folder,
    TMPDIR: folder,
    RT_SITE_CONFIG: at('RT_SiteConfig.pm'),
    RT_SITE_CONFIG_DIR: at('config.d'),
  };
  let server: ChildProcess | undefined;
  const stop = async () => {
    if (server?.pid !== undefined && server.exitCode === null) {
      const ended = new Promise((resolve) => server?.once('exit', resolve));
      // The server has workers of its own, which are in its group.
      process.kill(-server.pid, 'SIGKILL');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const quiet = { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] as 'pipe'[] };
    execFileSync('rt-setup-database-5', ['--action', 'init', '--skip-create'], quiet);
    writeFileSync(at('set-up.pl'), setUp);
    const told = execFileSync('perl', [at('set-up.pl')], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [, customerToken = '', token = ''] = /TOKENS (\S+) (\S+)/.exec(told.toString('utf8')) ?? [];
    const args = ['--server', 'Starman', '--workers', '2', '--host', '127.0.0.1', '--port', String(port)];
    server = spawn(`${program}/libexec/rt-server`, args, {
      cwd: folder,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await listening(server);
    return { baseUrl: `http://127.0.0.1:${port}/`, customerToken, token, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Resolves when the server has bound its port: from then on a request waits for a worker. */
function listening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let told = '';
    const read = (data: Buffer) => {
      told += data.toString('utf8');
      if (/Setting gid/.test(told)) resolve();
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('error', reject);
    server.once('exit', (code) =>
      reject(new Error(`Request Tracker ended with ${code}: ${told.slice(-2000)}`)),
    );
  });
}
