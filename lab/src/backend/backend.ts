import type { Site } from '../network/site.ts';
import type { Stage } from '../scenario/scenario.ts';
import { type Profile, provisionAll } from './application-server/subscribers.ts';
import { hostOf, type Surroundings } from './call.ts';
import type { Region } from './clock.ts';
import { type Estate, makeEstate } from './estate/estate.ts';
import { gatewaySite } from './gateway/gateway.ts';
import { identityHost } from './identity/identity-provider.ts';
import { openLogBook } from './logs/log-book.ts';
import { adminPortal } from './portals/admin-portal.ts';
import { type HubBehaviour, hubPortal } from './portals/hub-portal.ts';
import { randomFrom } from './random.ts';
import { type ServiceBehaviours, startServices } from './services.ts';
import type { HopFault } from './wire/hop-fault.ts';
import { openWire } from './wire/wire.ts';

/** What is different from a telephony back end in good health. */
export interface BackendOptions extends ServiceBehaviours {
  /** Ids, names and passwords follow from it. */
  readonly seed: number;
  readonly faults?: readonly HopFault[];
  /** Changes what the services know, before they start. `profiles` is what the call server keeps, by user id. */
  readonly prepare?: (estate: Estate, profiles: ReadonlyMap<string, Profile>) => void;
  readonly hub?: HubBehaviour;
  /** Hosts that speak HTTP/1.1 only; the others speak HTTP/2. */
  readonly oldProtocol?: readonly string[];
}

/** The running back end. `logs()` has a file a machine. */
export interface Backend extends Required<Stage> {
  readonly estate: Estate;
}

/** Starts every service of both regions, and the portals in front of them. */
export async function startBackend(options: BackendOptions): Promise<Backend> {
  const time = () => Date.now();
  const estate = makeEstate(options.seed, time());
  const profiles = provisionAll(estate);
  options.prepare?.(estate, profiles);
  const wire = openWire({ faults: options.faults ?? [], random: randomFrom(options.seed + 1) });
  const book = openLogBook();
  const surroundings: Surroundings = { estate, wire, book, time };

  const services = startServices(surroundings, profiles, options);
  const admin = await adminPortal(hostsFor('r'));
  const hub = await hubPortal(surroundings, hostsFor('a'), options.hub);
  const sites = [...services, ...[admin, hub].map((service) => ({ service, region: 'a' as const }))].map(
    ({ service, region }): Site =>
      gatewaySite(service, surroundings, {
        region,
        filesOnly: service === admin || service === hub,
        clockAheadMs: (service.host === identityHost ? options.identity?.clockAheadMs : undefined) ?? 0,
        protocol: options.oldProtocol?.includes(service.host) ? 'http/1.1' : 'h2',
      }),
  );
  for (const portal of [admin, hub]) wire.add(portal);
  return { estate, sites, logs: () => book.files(), stop: () => wire.close() };
}

/** Whom a portal talks to: administrators are served by one region, users by the other. */
function hostsFor(region: Region) {
  const origin = (service: string, where: Region) => `https://${hostOf(service, where)}`;
  return {
    identity: `https://${identityHost}`,
    notifications: origin('notification-service', 'a'),
    batch: origin('admin-batch-service', 'r'),
    provisioning: origin('cpapi', region),
    settings: origin('settings-service', region),
  };
}
