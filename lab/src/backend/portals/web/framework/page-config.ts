/** What the portal's server tells its page. */
export interface PageConfig {
  /** UUID of this browser session. */
  readonly session: string;
  readonly seed: number;
  readonly identity: string;
  readonly provisioning: string;
  readonly settings: string;
  readonly notifications: string;
  readonly batch: string;
}

export const pageConfig: PageConfig = JSON.parse(document.getElementById('config')?.textContent ?? '{}');
