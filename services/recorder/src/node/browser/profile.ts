import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** How a folder of ours begins; nothing else is ever deleted. */
const PREFIX = 'harrier-profile-';

/** How often a profile is deleted that comes back, and how long it has to stay away, ms: twenty seconds for a browser that ends slowly. */
const REMOVE_TRIES = 200;
const REMOVE_PAUSE_MS = 100;

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

/**
 * Deletes a profile with all in it. A browser that ends still writes there, and makes again what was deleted: it is deleted until it
 * stays away. Never rejects: a folder that cannot be deleted holds settings, and is no reason to lose a recording.
 */
export async function removeProfile(folder: string): Promise<void> {
  if (!path.basename(folder).startsWith(PREFIX)) return;
  for (let tries = 0; tries < REMOVE_TRIES; tries++) {
    // It may be filled while it is emptied.
    await rm(folder, { recursive: true, force: true }).catch(() => {});
    await delay(REMOVE_PAUSE_MS);
    if (!existsSync(folder)) return;
  }
}
