import type { CDPSession } from 'playwright-core';
import type { BlockedCookie, BrowserVerdict } from '../scenario/recorded-truth.ts';

/** What the browser says about its own requests, gathered while a scenario runs. */
export interface VerdictCollector {
  /** In the order in which the requests began. Redirects are one request each. */
  verdicts(): readonly BrowserVerdict[];
  /** Codes of the Issues panel that name no request. */
  looseIssues(): readonly string[];
}

type Draft = { -readonly [Key in keyof BrowserVerdict]: BrowserVerdict[Key] };

/** Listens on a tab's CDP session from now on. Spec: DevTools protocol, domains Network and Audits. */
export async function collectVerdicts(session: CDPSession): Promise<VerdictCollector> {
  const drafts = new Map<string, Draft>();
  const order: Draft[] = [];
  const looseIssues: string[] = [];
  const hops = new Map<string, number>();
  // Extra-info events may come before the request itself is told.
  const cookies = new Map<string, BlockedCookie[]>();

  const begin = (requestId: string, method: string, url: string) => {
    const draft: Draft = { requestId, method, url };
    drafts.set(requestId, draft);
    order.push(draft);
  };
  session.on('Network.requestWillBeSent', ({ requestId, request, redirectResponse }) => {
    const before = drafts.get(requestId);
    if (redirectResponse && before) {
      const hop = hops.get(requestId) ?? 0;
      hops.set(requestId, hop + 1);
      before.requestId = `${requestId}:redirected.${hop}`;
      before.status = redirectResponse.status;
    }
    begin(requestId, request.method, request.url);
  });
  session.on('Network.webSocketCreated', ({ requestId, url }) => begin(requestId, 'GET', url));
  session.on('Network.webSocketHandshakeResponseReceived', ({ requestId, response }) => {
    const draft = drafts.get(requestId);
    if (draft) draft.status = response.status;
  });
  session.on('Network.webSocketFrameError', ({ requestId, errorMessage }) => {
    const draft = drafts.get(requestId);
    if (draft) draft.errorText = errorMessage;
  });
  session.on('Network.responseReceived', ({ requestId, response }) => {
    const draft = drafts.get(requestId);
    if (draft) draft.status = response.status;
  });
  session.on(
    'Network.loadingFailed',
    ({ requestId, errorText, canceled, blockedReason, corsErrorStatus }) => {
      const draft = drafts.get(requestId);
      if (draft === undefined) return;
      draft.errorText = errorText;
      if (canceled) draft.canceled = true;
      if (blockedReason !== undefined) draft.blockedReason = blockedReason;
      if (corsErrorStatus !== undefined) draft.corsError = corsErrorStatus.corsError;
    },
  );
  const addCookies = (requestId: string, blocked: readonly BlockedCookie[]) => {
    if (blocked.length > 0) cookies.set(requestId, [...(cookies.get(requestId) ?? []), ...blocked]);
  };
  session.on('Network.requestWillBeSentExtraInfo', ({ requestId, associatedCookies }) => {
    addCookies(
      requestId,
      associatedCookies
        .filter(({ blockedReasons }) => blockedReasons.length > 0)
        .map(({ cookie, blockedReasons }) => ({
          name: cookie.name,
          direction: 'request',
          reasons: blockedReasons,
        })),
    );
  });
  session.on('Network.responseReceivedExtraInfo', ({ requestId, blockedCookies }) => {
    addCookies(
      requestId,
      blockedCookies.map(({ cookie, cookieLine, blockedReasons }) => ({
        name: cookie?.name ?? cookieLine.split('=', 1)[0] ?? '',
        direction: 'response',
        reasons: blockedReasons,
      })),
    );
  });
  session.on('Audits.issueAdded', ({ issue }) => {
    const requestId = JSON.stringify(issue.details).match(/"requestId":"([^"]+)"/)?.[1];
    const draft = requestId === undefined ? undefined : drafts.get(requestId);
    if (draft) draft.issues = [...(draft.issues ?? []), issue.code];
    else looseIssues.push(issue.code);
  });
  await session.send('Network.enable');
  await session.send('Audits.enable');
  return {
    verdicts: () =>
      order.map((draft) => {
        const blocked = cookies.get(draft.requestId);
        return blocked === undefined ? draft : { ...draft, cookies: blocked };
      }),
    looseIssues: () => looseIssues,
  };
}
