import type { CdpEvent, CdpLink } from '../cdp/cdp-link.ts';
import { isTargetType, type Target, type TargetType } from './target.ts';

/** What is told while targets come and go. */
export interface TargetListener {
  /** Before the target runs: what this sends is in force before its first request. Commands need not be awaited. */
  onAttached(target: Target): Promise<void>;
  onDetached(target: Target): void;
}

/** Those that are there, and the ones to come. */
export interface FollowedTargets {
  /** By the session of an event. */
  target(sessionId: string | undefined): Target | undefined;
  all(): Iterable<Target>;
  /** Gives an event of the domain Target its effect; false: it is of another domain. */
  take(event: CdpEvent): boolean;
  /** Attached to for a purpose of our own: nothing of it is told. */
  leaveAlone(targetId: string): void;
  /** Begins to follow; settles when the targets that are there already are attached. */
  start(): Promise<void>;
}

/** So long recording waits for what is open already, ms. */
const FIRST_ATTACH_MS = 3000;

interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

/**
 * Follows every tab, frame and worker by flattened auto-attach. Each is held until it is listened to, so that nothing is missed.
 * `root`: `browser` follows the whole browser; a target is the tab that the connection already speaks to, with what belongs to it.
 *
 * A service worker is told to the browser's session and to each tab's; it is recorded on the first alone.
 */
export function followTargets(
  link: CdpLink,
  root: 'browser' | Target,
  listener: TargetListener,
): FollowedTargets {
  const bySession = new Map<string | undefined, Target>();
  const known = new Set<string>();
  const attaching = new Set<Promise<void>>();

  const autoAttach = (types: readonly TargetType[], sessionId?: string) =>
    link.send(
      'Target.setAutoAttach',
      {
        autoAttach: true,
        waitForDebuggerOnStart: true,
        flatten: true,
        filter: types.map((type) => ({ type })),
      },
      sessionId,
    );
  const inPage: readonly TargetType[] = ['iframe', 'worker', 'shared_worker', 'service_worker'];

  const attach = async (info: TargetInfo, sessionId: string, parent: Target | undefined): Promise<void> => {
    const release = () => link.send('Runtime.runIfWaitingForDebugger', {}, sessionId);
    // Ours, or the tab's session to a service worker: only while it is there does the browser tell how the worker's script was asked for.
    if (known.has(info.targetId)) {
      await Promise.allSettled([release()]);
      return;
    }
    // Developer tools that are open beside a page are pages themselves.
    const isOurs = isTargetType(info.type) && !info.url.startsWith('devtools:');
    if (!isOurs) {
      await Promise.allSettled([release(), link.send('Target.detachFromTarget', { sessionId })]);
      return;
    }
    known.add(info.targetId);
    const { targetId, url } = info;
    const type = info.type as TargetType;
    const page = type === 'iframe' || type === 'worker' ? (parent?.page ?? parent) : undefined;
    const target: Target = { targetId, sessionId, type, url, page };
    bySession.set(sessionId, target);
    // Sent in one go: the browser takes commands of a session in order, and `release` is the last.
    await Promise.allSettled([listener.onAttached(target), autoAttach(inPage, sessionId), release()]);
  };

  const take = ({ method, params, sessionId: from }: CdpEvent): boolean => {
    switch (method) {
      case 'Target.attachedToTarget': {
        const { targetInfo, sessionId } = params as { targetInfo: TargetInfo; sessionId: string };
        const work = attach(targetInfo, sessionId, bySession.get(from)).finally(() => attaching.delete(work));
        attaching.add(work);
        return true;
      }
      case 'Target.detachedFromTarget': {
        const { sessionId } = params as { sessionId: string };
        const target = bySession.get(sessionId);
        if (target === undefined) return true;
        bySession.delete(sessionId);
        known.delete(target.targetId);
        listener.onDetached(target);
        return true;
      }
      case 'Target.targetInfoChanged': {
        const { targetInfo } = params as { targetInfo: TargetInfo };
        for (const target of bySession.values())
          if (target.targetId === targetInfo.targetId) target.url = targetInfo.url;
        return true;
      }
      default:
        return method.startsWith('Target.');
    }
  };

  return {
    target: (sessionId) => bySession.get(sessionId),
    all: () => bySession.values(),
    take,
    leaveAlone: (targetId) => void known.add(targetId),
    async start() {
      if (root === 'browser') {
        await autoAttach(['page', 'shared_worker', 'service_worker']);
      } else {
        known.add(root.targetId);
        bySession.set(root.sessionId, root);
        await Promise.allSettled([listener.onAttached(root), autoAttach(inPage, root.sessionId)]);
      }
      // A tab that hangs does not answer; it is recorded from when it does.
      let over: ReturnType<typeof setTimeout> | undefined;
      const longEnough = new Promise<void>((resolve) => {
        over = setTimeout(resolve, FIRST_ATTACH_MS);
      });
      await Promise.race([Promise.all(attaching), longEnough]);
      clearTimeout(over);
    },
  };
}
