import { applicationServer } from './application-server/application-server.ts';
import type { Profile } from './application-server/subscribers.ts';
import type { Surroundings } from './call.ts';
import type { Region } from './clock.ts';
import { type IdentityBehaviour, identityProvider } from './identity/identity-provider.ts';
import { makeSigner } from './identity/tokens.ts';
import { batchService } from './jobs/batch-service.ts';
import { notificationService } from './notifications/notification-service.ts';
import { ociRouter } from './oci-router/oci-router.ts';
import { type ProvisioningBehaviour, provisioningApi } from './provisioning-api/provisioning-api.ts';
import { recordingProvider } from './recording-provider/recording-provider.ts';
import { settingsService } from './settings/settings-service.ts';
import type { Service } from './wire/wire.ts';

/** How single services misbehave. */
export interface ServiceBehaviours {
  readonly identity?: IdentityBehaviour;
  readonly provisioning?: ProvisioningBehaviour;
  /** What the recording provider sells to this customer; default: what the provisioning API asks for. */
  readonly recordingProducts?: readonly string[];
}

/** A service that pages may call, and the region of the gateway in front of it. */
export interface OuterService {
  readonly service: Service;
  readonly region: Region;
}

/**
 * Starts everything behind the portals in both regions and puts it on the wire. They live in this process and cost
 * nothing until somebody asks.
 */
export function startServices(
  surroundings: Surroundings,
  profiles: ReadonlyMap<string, Profile>,
  { identity, provisioning, recordingProducts }: ServiceBehaviours,
): readonly OuterService[] {
  const signer = makeSigner('broker-1');
  const regions: readonly Region[] = ['a', 'r'];
  const inner: Service[] = [
    ...regions.flatMap((region) => [
      ociRouter(region, surroundings),
      applicationServer(region, surroundings, profiles),
    ]),
    recordingProvider(surroundings, new Set(recordingProducts ?? ['tern-professional'])),
  ];
  const outer: OuterService[] = [
    { service: identityProvider(surroundings, signer, identity), region: 'a' },
    { service: notificationService('a', surroundings, signer), region: 'a' },
    { service: batchService('r', surroundings, signer), region: 'r' },
    ...regions.flatMap((region) => [
      { service: provisioningApi(region, surroundings, signer, provisioning), region },
      { service: settingsService(region, surroundings, signer), region },
    ]),
  ];
  for (const service of [...inner, ...outer.map(({ service }) => service)]) surroundings.wire.add(service);
  return outer;
}
