import { CdpError, type CdpEvent, type CdpLink } from '@harrier/recorder';
import type { DebuggerApi, DebuggerSession } from '../browser-api/extension-api.ts';

/** The protocol as `chrome.debugger` carries it, for one tab and the frames and workers below it. */
export interface DebuggerLink extends CdpLink {
  detach(): Promise<void>;
}

/** The version of the protocol that the browser wants to hear; there is one. */
const PROTOCOL = '1.3';

/** Attaches to a tab. Rejects where the browser refuses: a page of its own, or a tab that is debugged already. */
export async function debuggerLink(api: DebuggerApi, tabId: number): Promise<DebuggerLink> {
  await api.attach({ tabId }, PROTOCOL);
  let tell: (event: CdpEvent) => void = () => {};
  let end = () => {};
  const closed = new Promise<void>((resolve) => {
    end = resolve;
  });
  const onEvent = (source: Partial<DebuggerSession>, method: string, params?: object): void => {
    if (source.tabId === tabId) tell({ method, params, sessionId: source.sessionId });
  };
  const onDetach = (source: Partial<DebuggerSession>): void => {
    if (source.tabId === tabId && source.sessionId === undefined) end();
  };
  api.onEvent.addListener(onEvent);
  api.onDetach.addListener(onDetach);
  void closed.then(() => {
    api.onEvent.removeListener(onEvent);
    api.onDetach.removeListener(onDetach);
  });
  return {
    async send<Result>(method: string, params: object = {}, sessionId?: string): Promise<Result> {
      const target = sessionId === undefined ? { tabId } : { tabId, sessionId };
      try {
        return (await api.sendCommand(target, method, params)) as Result;
      } catch {
        // The browser's message may repeat parameters.
        throw new CdpError(method, -32000);
      }
    },
    listen(listener) {
      tell = listener;
    },
    closed,
    async detach() {
      end();
      await api.detach({ tabId }).catch(() => {});
    },
  };
}
