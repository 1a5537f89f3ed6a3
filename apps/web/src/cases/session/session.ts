import { create } from 'zustand';
import { ask, whenSignedOut } from '../api/ask.ts';
import { Problem } from '../api/problem.ts';

/** What somebody may be; the server's names. */
export const roles = ['viewer', 'engineer', 'approver', 'key-holder', 'admin', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** Who is signed in, and what they may do. */
export interface Who {
  readonly accountId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Work once the account has a second factor. */
  readonly waitingRoles: readonly Role[];
  /** Work once a second person has confirmed the account; one of them may wait for a second factor, too. */
  readonly heldRoles: readonly Role[];
  /** `provider`: password and second factor are the identity provider's. */
  readonly kind: 'local' | 'provider';
  readonly secondFactor: boolean;
  readonly recoveryCodesLeft: number;
  readonly permissions: readonly string[];
}

interface Session {
  readonly state: 'asking' | 'out' | 'in' | 'unreachable';
  readonly who: Who | undefined;
  /** The session ended while somebody was at work: said on the page for signing in. */
  readonly hasEnded: boolean;
  refresh(): Promise<void>;
  signOut(): Promise<void>;
}

/** The session, as the server knows it; the page keeps nothing of it. */
export const useSession = create<Session>((set) => ({
  state: 'asking',
  who: undefined,
  hasEnded: false,
  refresh: async () => {
    try {
      set({ state: 'in', who: await ask<Who>('GET', '/api/session'), hasEnded: false });
    } catch (error) {
      const isOut = error instanceof Problem && error.status === 401;
      set({ state: isOut ? 'out' : 'unreachable', who: undefined });
    }
  },
  signOut: async () => {
    await ask('DELETE', '/api/session').catch(() => undefined);
    set({ state: 'out', who: undefined, hasEnded: false });
  },
}));

whenSignedOut(() =>
  useSession.setState(({ who }) => ({ state: 'out', who: undefined, hasEnded: who !== undefined })),
);

/** Whether the one who is signed in may do something. */
export function useMay(permission: string): boolean {
  return useSession(({ who }) => who?.permissions.includes(permission) === true);
}
