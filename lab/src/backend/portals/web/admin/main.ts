import { reached, show } from '../framework/element.ts';
import { signIn } from './oauth.ts';
import { useTokens } from './session.ts';
import { buildShell, markSection } from './shell.ts';

/** What every page is given. */
export interface PageContext {
  readonly organisationId: string;
  readonly view: HTMLElement;
  go(path: string): void;
}

interface PageModule {
  open(context: PageContext, parameters: readonly string[]): void;
}

/** Pages are loaded when they are first opened. */
const pages: readonly { readonly path: RegExp; load(): Promise<PageModule> }[] = [
  { path: /^\/users$/, load: () => import('./pages/users.ts') },
  { path: /^\/users\/([\w-]+)$/, load: () => import('./pages/user.ts') },
  { path: /^\/users\/([\w-]+)\/voicemail$/, load: () => import('./pages/voicemail.ts') },
  { path: /^\/locations$/, load: () => import('./pages/locations.ts') },
  { path: /^\/locations\/([\w-]+)\/numbers$/, load: () => import('./pages/numbers.ts') },
  { path: /^\/jobs$/, load: () => import('./pages/jobs.ts') },
];

async function start(): Promise<void> {
  const tokens = await signIn();
  if (tokens === undefined) return;
  useTokens(tokens);
  const organisationId = organisationOf(tokens.access_token);
  const go = (path: string) => {
    history.pushState(null, '', path);
    void openPage();
  };
  const view = buildShell(organisationId, go);
  const openPage = async () => {
    const path = location.pathname;
    markSection(path);
    reached('loading');
    show(view);
    for (const page of pages) {
      const match = page.path.exec(path);
      if (match !== null) (await page.load()).open({ organisationId, view, go }, match.slice(1));
    }
  };
  addEventListener('popstate', () => void openPage());
  await openPage();
}

/** Whose administrator this is, from the token's claims. */
function organisationOf(token: string): string {
  const claims = token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/');
  return (JSON.parse(atob(claims)) as { org: string }).org;
}

void start();
