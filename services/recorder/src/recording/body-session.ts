import type { CdpLink } from '../cdp/cdp-link.ts';

/** A session that any body can be asked through. */
export interface BodySession {
  readonly sessionId: string;
}

/**
 * Opens a page that nobody sees. The browser keeps bodies beside its pages (`Network.configureDurableMessages`) and hands them to every session,
 * whoever's they were: through this one they can be had when their tab, frame or worker has gone. The page goes with the connection.
 * `onTarget` is told its id before it is attached to; undefined: this browser has no such pages.
 */
export async function openBodySession(
  link: CdpLink,
  onTarget: (targetId: string) => void,
): Promise<BodySession | undefined> {
  try {
    const page = { url: 'about:blank', hidden: true };
    const { targetId } = await link.send<{ targetId: string }>('Target.createTarget', page);
    onTarget(targetId);
    const { targetInfo } = await link.send<{ targetInfo: { type: string } }>('Target.getTargetInfo', {
      targetId,
    });
    // A browser that does not know `hidden` opens a tab.
    if (targetInfo.type === 'page') {
      await link.send('Target.closeTarget', { targetId });
      return undefined;
    }
    return await link.send<BodySession>('Target.attachToTarget', { targetId, flatten: true });
  } catch {
    return undefined;
  }
}
