import type { SiteResponse } from '../../network/site.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type PortalSpec, portal, TRY } from '../portal.ts';

/** A portal of which one phase takes its time. */
export interface Delay extends Pick<Scenario, 'title' | 'truth' | 'browser'>, Omit<PortalSpec, 'title'> {
  readonly name: string;
  /** Path that the tab opens; default `/`. */
  readonly path?: string;
}

export function withDelay({ name, title, truth, browser, path = '/', script, ...spec }: Delay): Scenario {
  return {
    id: `timing/${name}`,
    set: 'develop',
    title,
    truth,
    ...(browser === undefined ? {} : { browser }),
    stage: () => ({ sites: [portal({ ...spec, title: 'Numbers', script: `${TRY}\n${script}` })] }),
    async drive(tab) {
      await tab.open(`https://${spec.host ?? 'portal.example.test'}${path}`);
      await tab.until();
    },
  };
}

/** What an Envoy in front of a service tells about the service's own time. */
export function serviceTook(response: SiteResponse, ms: number): void {
  response.setHeader('server', 'istio-envoy');
  response.setHeader('x-envoy-upstream-service-time', String(ms));
}
