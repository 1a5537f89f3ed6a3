import type { Site, SiteRequest, SiteResponse } from '../../network/site.ts';
import type { Scenario, ScenarioSet } from '../../scenario/scenario.ts';
import { type Build, hashOf, type Look, type View } from './look.ts';
import { body, html, json, type Reply, type ReplyOptions, type Routes } from './reply.ts';

/** What differs from one scenario of an application to the next. */
export interface Situation extends Pick<Scenario, 'title' | 'truth' | 'exportEarly' | 'browser'> {
  readonly name: string;
  /** Runs in the page; see `View.script`. */
  readonly script: string;
  /** What its services answer. Asked anew for each run. */
  readonly routes?: () => Routes;
  /** Other hosts than the application's. Asked anew for each run. */
  readonly sites?: () => readonly Site[];
  /** Default: opens the application and waits until its page is done. */
  readonly drive?: Scenario['drive'];
  readonly look?: Look;
  readonly protocol?: Site['protocol'];
  readonly head?: string;
  readonly body?: string;
  /** Fields of the document, besides those of its servers. */
  readonly documentFields?: ReplyOptions['fields'];
}

/** Makes the scenarios of a family that all play in one application, or in one of its looks. */
export function family(name: string, set: ScenarioSet, familyLook: Look) {
  return (situation: Situation): Scenario => {
    const { title, truth, exportEarly, browser, sites, drive } = situation;
    const look = situation.look ?? familyLook;
    return {
      id: `${name}/${situation.name}`,
      set,
      title,
      truth,
      ...(exportEarly === undefined ? {} : { exportEarly }),
      ...(browser === undefined ? {} : { browser }),
      stage: () => ({ sites: [app(situation, look), ...(sites?.() ?? [])] }),
      drive:
        drive ??
        (async (tab) => {
          await tab.open(`https://${look.host}/`);
          await tab.until();
        }),
    };
  };
}

/** An application that works but for what the situation says. */
export function app(situation: Situation, look: Look): Site {
  const { name, script, head, documentFields, protocol, routes } = situation;
  const view: View = {
    name,
    script,
    language: look.language,
    title: look.title,
    sessionPath: look.session.path,
    ...(head === undefined ? {} : { head }),
    ...(situation.body === undefined ? {} : { body: situation.body }),
  };
  return {
    host: look.host,
    ...(protocol === undefined ? {} : { protocol }),
    handle: answering(look, {
      ...pages(look.build(view), documentFields),
      [look.session.path]: json(look.session.value),
      ...routes?.(),
    }),
  };
}

/** Another host of the same people: their servers' fields, and what it answers to pages of the application. */
export function service(look: Look, host: string, routes: Routes, more: Partial<Site> = {}): Site {
  const handle = answering(look, routes);
  return {
    ...more,
    host,
    handle(request, response) {
      response.setHeader('access-control-allow-origin', `https://${look.host}`);
      response.setHeader('access-control-allow-credentials', 'true');
      response.setHeader('vary', 'origin');
      return handle(request, response);
    },
  };
}

/** The document and its assets, with the caching that such names deserve. */
export function pages({ document, assets }: Build, documentFields: ReplyOptions['fields'] = {}): Routes {
  return {
    '/': html(document, { fields: { 'cache-control': 'no-cache', ...documentFields } }),
    ...Object.fromEntries(
      Object.entries(assets).map(([path, { mediaType, content }]) => [
        path,
        body(mediaType, content, { fields: ASSET_FIELDS }),
      ]),
    ),
  };
}

/** A file whose name changes with its content may be kept for ever. */
export const ASSET_FIELDS = { 'cache-control': 'public, max-age=31536000, immutable' };

function answering(look: Look, routes: Routes) {
  let answers = 0;
  return (request: SiteRequest, response: SiteResponse) => {
    for (const [name, value] of Object.entries(look.fields)) response.setHeader(name, value);
    const path = (request.url ?? '/').replace(/\?.*/s, '');
    const found = routeOf(routes, request.method ?? 'GET', path);
    // A page's files are served by the web server; what its services answer has a number and is not kept.
    if (!/^\/(assets|static)\/|^\/$/.test(path)) {
      response.setHeader(look.idField, `${hashOf(look.host)}-${String(++answers).padStart(4, '0')}`);
      response.setHeader('cache-control', 'no-store');
    }
    return found === undefined
      ? json({ message: `No resource at ${path}` }, { status: 404 })(request, response)
      : found(request, response);
  };
}

function routeOf(routes: Routes, method: string, path: string): Reply | undefined {
  const exact = routes[`${method} ${path}`] ?? routes[path];
  if (exact !== undefined) return exact;
  const below = Object.keys(routes).filter((route) => {
    const [verb, pattern] = route.startsWith('/') ? [method, route] : route.split(' ');
    return verb === method && pattern?.endsWith('*') && path.startsWith(pattern.slice(0, -1));
  });
  const longest = below.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : routes[longest];
}
