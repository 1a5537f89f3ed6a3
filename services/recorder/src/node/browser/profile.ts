import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** How a folder of ours begins; nothing else is ever deleted. */
const PREFIX = 'harrier-profile-';

/**
 * A folder for a browser that nobody used yet, for its owner alone. What is recorded happens in a private window, which keeps
 * cookies, cache and storage in memory; the folder holds settings. Private windows refuse third parties' cookies where
 * ordinary ones take them, and a fault may hang on that: they are told to behave alike.
 */
export function makeProfile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), PREFIX));
  mkdirSync(path.join(folder, 'Default'));
  writeFileSync(
    path.join(folder, 'Default', 'Preferences'),
    JSON.stringify({
      profile: { cookie_controls_mode: 0, password_manager_enabled: false },
      credentials_enable_service: false,
      translate: { enabled: false },
    }),
  );
  return folder;
}

/** Deletes a profile with all in it; waits for a browser that still writes while it ends. */
export function removeProfile(folder: string): void {
  if (!path.basename(folder).startsWith(PREFIX)) return;
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
