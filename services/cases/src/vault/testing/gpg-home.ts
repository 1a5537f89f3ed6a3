import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A key ring of its own for the real gpg, which goes away with `remove`. */
export class GpgHome {
  /** For files that a test hands to and takes from gpg. */
  readonly folder = mkdtempSync(path.join(tmpdir(), 'harrier-gpg-'));
  readonly #home = path.join(this.folder, 'home');

  constructor() {
    mkdirSync(this.#home, { mode: 0o700 });
  }

  /** Standard output. Throws when gpg ends with anything but 0. */
  run(args: readonly string[], input: Uint8Array = new Uint8Array()): Buffer {
    return execFileSync('gpg', ['--homedir', this.#home, '--batch', '--yes', '--quiet', ...args], {
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 64 << 20,
    });
  }

  /** What gpg says on standard error. */
  told(args: readonly string[], input: Uint8Array): string {
    return execFileSync(
      'sh',
      ['-c', 'exec gpg "$@" 2>&1 >/dev/null', 'sh', '--homedir', this.#home, '--batch', '--yes', ...args],
      { input },
    ).toString('utf8');
  }

  /** `default` is RSA with 3072 bits, `future-default` Curve25519. */
  generate(who: string, algorithm: 'default' | 'future-default'): void {
    this.run(['--passphrase', '', '--quick-generate-key', who, algorithm, 'default', 'never']);
  }

  file(name: string): string {
    return path.join(this.folder, name);
  }

  remove(): void {
    try {
      execFileSync('gpgconf', ['--homedir', this.#home, '--kill', 'all'], { stdio: 'ignore' });
    } finally {
      rmSync(this.folder, { recursive: true, force: true });
    }
  }
}
