/** What somebody may be. An administrator approves nothing by being one. */
export const roles = ['viewer', 'engineer', 'approver', 'key-holder', 'admin', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** What a route asks for. */
export const permissions = [
  'case:read',
  'case:write',
  'intake:restart',
  'exception:request',
  'exception:approve',
  'exception:release',
  'account:manage',
  'settings:manage',
  'administration:confirm',
  'audit:read',
  'metrics:read',
  'logs:read',
  'logs:write',
] as const;
export type Permission = (typeof permissions)[number];

const granted: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: ['case:read', 'logs:read'],
  engineer: ['case:read', 'case:write', 'intake:restart', 'exception:request', 'logs:read', 'logs:write'],
  approver: ['case:read', 'exception:approve', 'administration:confirm'],
  'key-holder': ['case:read', 'exception:release', 'administration:confirm'],
  admin: ['account:manage', 'settings:manage', 'metrics:read'],
  auditor: ['audit:read', 'metrics:read', 'administration:confirm'],
};

/** Everything that these roles allow together. */
export function permissionsOf(held: readonly Role[]): ReadonlySet<Permission> {
  return new Set(held.flatMap((role) => granted[role]));
}
