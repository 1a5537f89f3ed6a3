/**
 * The parts of the browsers' extension interface that are used. Chrome and Edge have `debugger`, Firefox has `webRequest` with
 * response filters. Spec: developer.chrome.com/docs/extensions/reference, developer.mozilla.org WebExtensions.
 */
export interface ExtensionApi {
  readonly runtime: {
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: Event<
      (message: unknown, sender: unknown, answer: (value: unknown) => void) => boolean
    >;
    getURL(path: string): string;
    getManifest(): { readonly version: string };
  };
  readonly tabs: {
    query(which: { active: boolean; currentWindow: boolean }): Promise<readonly Tab[]>;
    get(tabId: number): Promise<Tab>;
    create(what: { url: string }): Promise<Tab>;
    readonly onRemoved: Event<(tabId: number) => void>;
  };
  readonly action: {
    setBadgeText(what: { text: string }): Promise<void>;
    setBadgeBackgroundColor(what: { color: string }): Promise<void>;
    setTitle(what: { title: string }): Promise<void>;
  };
  readonly permissions: {
    request(what: { origins: readonly string[] }): Promise<boolean>;
  };
  readonly debugger?: DebuggerApi;
  readonly webRequest?: WebRequestApi;
}

export interface Event<Listener> {
  // biome-ignore lint/suspicious/noExplicitAny: every event has further arguments of its own
  addListener(listener: Listener, ...more: any[]): void;
  removeListener(listener: Listener): void;
}

export interface Tab {
  readonly id?: number;
  /** Only with the permission `activeTab` or that of the tab's host. */
  readonly url?: string;
  readonly title?: string;
}

/** A tab, or one of the flattened sessions below it. */
export interface DebuggerSession {
  readonly tabId: number;
  readonly sessionId?: string;
}

export interface DebuggerApi {
  attach(target: { tabId: number }, version: string): Promise<void>;
  detach(target: { tabId: number }): Promise<void>;
  sendCommand(target: DebuggerSession, method: string, params?: object): Promise<unknown>;
  getTargets(): Promise<readonly { readonly tabId?: number; readonly id: string; readonly url: string }[]>;
  readonly onEvent: Event<(source: Partial<DebuggerSession>, method: string, params?: object) => void>;
  readonly onDetach: Event<(source: Partial<DebuggerSession>, reason: string) => void>;
}

/** As much of a request's details as any of the events gives. */
export interface RequestDetails {
  readonly requestId: string;
  readonly url: string;
  readonly method: string;
  readonly tabId: number;
  readonly type: string;
  /** ms since 1970. */
  readonly timeStamp: number;
  readonly originUrl?: string;
  readonly documentUrl?: string;
  readonly requestBody?: {
    readonly formData?: Readonly<Record<string, readonly string[]>>;
    readonly raw?: readonly { readonly bytes?: ArrayBuffer }[];
  };
  readonly requestHeaders?: readonly { readonly name: string; readonly value?: string }[];
  readonly responseHeaders?: readonly { readonly name: string; readonly value?: string }[];
  readonly statusCode?: number;
  readonly statusLine?: string;
  readonly ip?: string | null;
  readonly fromCache?: boolean;
  readonly redirectUrl?: string;
  /** `NS_ERROR_…` or `NS_BINDING_ABORTED`. */
  readonly error?: string;
}

export interface ResponseFilter {
  ondata: ((event: { readonly data: ArrayBuffer }) => void) | null;
  onstop: (() => void) | null;
  onerror: (() => void) | null;
  write(data: ArrayBuffer): void;
  disconnect(): void;
}

type RequestEvent = Event<(details: RequestDetails) => void>;

export interface WebRequestApi {
  readonly onBeforeRequest: RequestEvent;
  readonly onSendHeaders: RequestEvent;
  readonly onHeadersReceived: RequestEvent;
  readonly onBeforeRedirect: RequestEvent;
  readonly onCompleted: RequestEvent;
  readonly onErrorOccurred: RequestEvent;
  filterResponseData?(requestId: string): ResponseFilter;
}

/** Firefox calls it `browser`, with promises; in Chrome and Edge `chrome` gives promises, too. */
export const extensionApi = ((globalThis as { browser?: unknown }).browser ??
  (globalThis as { chrome?: unknown }).chrome) as ExtensionApi;
