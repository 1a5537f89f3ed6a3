import type { Site } from '../network/site.ts';
import type { Stage } from '../scenario/scenario.ts';
import { applicationServer } from './application-server/application-server.ts';
import { type Profile, provisionAll } from './application-server/subscribers.ts';
import { hostOf, type Surroundings } from './call.ts';
import type { Region } from './clock.ts';
import { type Estate, makeEstate } from './estate/estate.ts';
import { gatewaySite } from './gateway/gateway.ts';
import { type IdentityBehaviour, identityHost, identityProvider } from './identity/identity-provider.ts';
import { makeSigner } from './identity/tokens.ts';
import { batchService } from './jobs/batch-service.ts';
import { openLogBook } from './logs/log-book.ts';
import { notificationService } from './notifications/notification-service.ts';
import { ociRouter } from './oci-router/oci-router.ts';
import { adminHost, adminPortal } from './portals/admin-portal.ts';
import { type HubBehaviour, hubHost, hubPortal } from './portals/hub-portal.ts';
import { type ProvisioningBehaviour, provisioningApi } from './provisioning-api/provisioning-api.ts';
import { randomFrom } from './random.ts';
import { recordingProvider } from './recording-provider/recording-provider.ts';
import { settingsService } from './settings/settings-service.ts';
import type { HopFault } from './wire/hop-fault.ts';
import { openWire, type Service } from './wire/wire.ts';

/** What is different from a telephony back end in good health. */
export interface BackendOptions {
  /** Ids, names and passwords follow from it. */
  readonly seed: number;
  readonly faults?: readonly HopFault[];
  /** Changes what the services know, before they start. `profiles` is what the call server keeps, by user id. */
  readonly prepare?: (estate: Estate, profiles: ReadonlyMap<string, Profile>) => void;
  readonly identity?: IdentityBehaviour;
  readonly hub?: HubBehaviour;
  readonly provisioning?: ProvisioningBehaviour;
  /** What the recording provider sells to this customer; default: what the provisioning API asks for. */
  readonly recordingProducts?: readonly string[];
  /** Hosts that speak HTTP/1.1 only; the others speak HTTP/2. */
  readonly oldProtocol?: readonly string[];
}

/** The running back end. `logs()` has a file a machine. */
export interface Backend extends Required<Stage> {
  readonly estate: Estate;
}

/** Starts every service of both regions. They live in this process and cost nothing until somebody asks. */
export async function startBackend(options: BackendOptions): Promise<Backend> {
  const time = () => Date.now();
  const estate = makeEstate(options.seed, time());
  const profiles = provisionAll(estate);
  options.prepare?.(estate, profiles);
  const wire = openWire(options.faults, randomFrom(options.seed + 1));
  const book = openLogBook();
  const surroundings: Surroundings = { estate, wire, book, time };
  const signer = makeSigner('broker-1');

  const origin = (service: string, region: Region) => `https://${hostOf(service, region)}`;
  const shared = {
    identity: `https://${identityHost}`,
    notifications: origin('notification-service', 'a'),
    batch: origin('admin-batch-service', 'r'),
  };
  const adminHosts = {
    ...shared,
    provisioning: origin('cpapi', 'r'),
    settings: origin('settings-service', 'r'),
  };
  const hubHosts = {
    ...shared,
    provisioning: origin('cpapi', 'a'),
    settings: origin('settings-service', 'a'),
  };

  const regions: readonly Region[] = ['a', 'r'];
  const inner: Service[] = [
    ...regions.flatMap((region) => [
      ociRouter(region, surroundings),
      applicationServer(region, surroundings, profiles),
    ]),
    recordingProvider(surroundings, new Set(options.recordingProducts ?? ['tern-professional'])),
  ];
  const outer: (readonly [Service, Region])[] = [
    [await adminPortal(adminHosts), 'a'],
    [await hubPortal(surroundings, hubHosts, options.hub), 'a'],
    [identityProvider(surroundings, signer, options.identity), 'a'],
    [notificationService('a', surroundings, signer), 'a'],
    [batchService('r', surroundings, signer), 'r'],
    ...regions.flatMap((region) => [
      [provisioningApi(region, surroundings, signer, options.provisioning), region] as const,
      [settingsService(region, surroundings, signer), region] as const,
    ]),
  ];
  for (const service of [...inner, ...outer.map(([service]) => service)]) wire.add(service);
  const sites = outer.map(([service, region]): Site => {
    const old = options.oldProtocol?.includes(service.host);
    const ahead = service.host === identityHost ? options.identity?.clockAheadMs : undefined;
    return gatewaySite(service, surroundings, {
      region,
      filesOnly: service.host === adminHost || service.host === hubHost,
      ...(old ? { protocol: 'http/1.1' as const } : {}),
      ...(ahead === undefined ? {} : { clockAheadMs: ahead }),
    });
  });
  return { estate, sites, logs: () => book.files(), stop: () => wire.close() };
}
