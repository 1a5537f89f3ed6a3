import { type Backend, startBackend } from './backend.ts';
import { adminHost } from './portals/admin-portal.ts';
import { hubHost } from './portals/hub-portal.ts';

/** The back end in good health for a person to click through, with what they need to know. */
export interface ServedBackend extends Backend {
  /** A line each: addresses, and who can sign in with which password. */
  readonly guide: readonly string[];
}

/** Starts it; the sites are to be hosted by the lab's network, whose browser resolves their names. */
export async function serveBackend(): Promise<ServedBackend> {
  const backend = await startBackend({ seed: 7 });
  const { administrator, users } = backend.estate;
  const user = users.find(({ role }) => role === 'User') ?? administrator;
  const guide = [
    `Administrators’ portal  https://${adminHost}/  ${administrator.email}  ${administrator.password}`,
    `Users’ portal           https://${hubHost}/  ${user.email}  ${user.password}`,
  ];
  return { ...backend, guide };
}
