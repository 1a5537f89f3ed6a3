import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../../../../../packages/har/src/testing/free-port.ts';

const program = '/usr/share/redmine';
const instances = '/var/lib/redmine';
const packagedDatabase = '/var/lib/dbconfig-common/sqlite3/redmine/instances/default/redmine_default';

/** A real Redmine from Debian's package, with a database and files of its own, on a port of this machine. */
export interface RedmineServer {
  readonly baseUrl: string;
  readonly folder: string;
  /** Of an administrator, as the customer in tests. */
  readonly customerKey: string;
  /** Of the account that the connector has: a member of the project who may remove files. */
  readonly apiKey: string;
  /** A new issue; gives its number. */
  newIssue(): Promise<string>;
  stop(): Promise<void>;
}

/** Makes everything the tests need, in Redmine's own words; prints the two keys. */
const setUp = `
  Setting.rest_api_enabled = '1'
  Setting.notified_events = []
  Redmine::DefaultData::Loader.load('en') if Redmine::DefaultData::Loader.no_data?
  person = lambda do |login, admin|
    user = User.new(firstname: login, lastname: 'Example', mail: login + '@example.test', admin: admin, language: 'en')
    user.login = login
    user.random_password
    user.must_change_passwd = false
    user.save!
    user
  end
  customer = person.call('customer', true)
  harrier = person.call('harrier', false)
  project = Project.new(name: 'Support', identifier: 'support', is_public: false)
  project.trackers = Tracker.all
  project.enabled_module_names = ['issue_tracking']
  project.save!
  role = Role.givable.first
  role.permissions = [:view_issues, :add_issues, :edit_issues, :add_issue_notes, :view_private_notes, :set_notes_private]
  role.save!
  Member.create!(user: harrier, project: project, roles: [role])
  puts 'KEYS ' + customer.api_key + ' ' + harrier.api_key
`;

export async function startRedmine(): Promise<RedmineServer> {
  // In memory where that is possible: Redmine waits for the disk in every request.
  const folder = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'harrier-redmine-'));
  const site = `harrier-${randomBytes(6).toString('hex')}`;
  for (const name of ['config', 'files', 'log', 'tmp', 'public', 'home']) mkdirSync(path.join(folder, name));
  copyFileSync(packagedDatabase, path.join(folder, 'redmine.sqlite'));
  chmodSync(path.join(folder, 'redmine.sqlite'), 0o600);
  const database = `production:\n  adapter: sqlite3\n  database: ${folder}/redmine.sqlite\n  timeout: 10000\n`;
  writeFileSync(path.join(folder, 'config/database.yml'), database);
  writeFileSync(path.join(folder, 'config/secret_key.txt'), randomBytes(64).toString('hex'));
  symlinkSync(folder, path.join(instances, site));
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: path.join(folder, 'home'),
    RAILS_ENV: 'production',
    X_DEBIAN_SITEID: site,
  };
  let server: ChildProcess | undefined;
  const stop = async () => {
    if (server !== undefined && server.exitCode === null) {
      const ended = new Promise((resolve) => server?.once('exit', resolve));
      server.kill('SIGKILL');
      await ended;
    }
    rmSync(path.join(instances, site), { force: true });
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    writeFileSync(path.join(folder, 'set-up.rb'), setUp);
    const told = execFileSync('bundle', ['exec', 'rails', 'runner', path.join(folder, 'set-up.rb')], {
      cwd: program,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    }).toString('utf8');
    const [, customerKey = '', apiKey = ''] = /KEYS (\w+) (\w+)/.exec(told) ?? [];
    const port = await freePort();
    const args = ['-e', 'production', '-b', `tcp://127.0.0.1:${port}`, '-t', '2:4', 'config.ru'];
    server = spawn('puma', args, { cwd: program, env, stdio: ['ignore', 'pipe', 'pipe'] });
    await listening(server);
    const baseUrl = `http://127.0.0.1:${port}/`;
    const newIssue = async () => {
      const answer = await fetch(`${baseUrl}issues.json`, {
        method: 'POST',
        headers: { 'x-redmine-api-key': customerKey, 'content-type': 'application/json' },
        body: JSON.stringify({ issue: { project_id: 'support', subject: 'It does not work' } }),
      });
      if (answer.status !== 201) throw new Error(`Redmine answered ${answer.status}: ${await answer.text()}`);
      return String(((await answer.json()) as { issue: { id: number } }).issue.id);
    };
    return { baseUrl, folder, customerKey, apiKey, newIssue, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Resolves when the server says that it listens; what it says before is part of the error when it does not. */
function listening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let told = '';
    const read = (data: Buffer) => {
      told += data.toString('utf8');
      if (/Listening on/.test(told)) resolve();
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Redmine ended with ${code}: ${told.slice(-2000)}`)));
  });
}
