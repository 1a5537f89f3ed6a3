/** Whom the page talks to, as origins; the portal's server writes it into the document. */
export interface PageConfig {
  readonly identity: string;
  readonly provisioning: string;
  readonly settings: string;
  readonly notifications: string;
  readonly batch: string;
}

export const pageConfig: PageConfig = JSON.parse(document.getElementById('config')?.textContent ?? '{}');
