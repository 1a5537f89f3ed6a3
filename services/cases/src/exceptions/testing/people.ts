import type { Actor } from '../exception.ts';

function person(name: string, ...roles: Actor['roles'][number][]): Actor {
  return { accountId: `account-${name}`, identity: `https://login.example.test#${name}`, roles };
}

export const engineer = person('eve', 'engineer');
export const approver = person('ada', 'approver');
export const keyHolder = person('kim', 'key-holder');
export const admin = person('ann', 'admin');
/** Has every role, and is still only one person. */
export const everything = person('max', 'engineer', 'approver', 'key-holder', 'admin');
