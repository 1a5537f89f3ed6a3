import type { User } from '../estate/estate.ts';
import { elementOf } from '../oci/oci-document.ts';
import { type HopResponse, jsonResponse } from '../wire/message.ts';
import { type ApiCall, userOf } from './api-call.ts';

/** Services that a person has by licence; the others are listed as not assigned. */
const services: readonly { readonly name: string; readonly licence: 'any' | 'Professional' }[] = [
  { name: 'voicemail', licence: 'any' },
  { name: 'callForwarding', licence: 'any' },
  { name: 'doNotDisturb', licence: 'any' },
  { name: 'callWaiting', licence: 'any' },
  { name: 'singleNumberReach', licence: 'Professional' },
  { name: 'simultaneousRing', licence: 'Professional' },
  { name: 'hoteling', licence: 'Professional' },
];

/** `GET …/users/me`, with the access that the portal's last computation gave, where that is kept. */
export async function getMe(call: ApiCall): Promise<HopResponse> {
  const user = userOf(call, call.claims.sub);
  const { organisation, computedAccess } = call.surroundings.estate;
  const computed = computedAccess.get(user.id);
  return jsonResponse(200, {
    ...summaryOf(call, user),
    organisation: { id: organisation.id, name: organisation.name },
    ...(computed === undefined
      ? {}
      : {
          computedAccess: {
            computedAt: new Date(computed.computedMs).toISOString(),
            values: { singleNumberReach: computed.singleNumberReach },
          },
        }),
  });
}

/** `GET …/users/me/settings/services` */
export async function getMyServices(call: ApiCall): Promise<HopResponse> {
  const { licence } = userOf(call, call.claims.sub);
  return jsonResponse(200, {
    licence,
    services: services.map((service) => {
      const assigned = service.licence === 'any' || service.licence === licence;
      return {
        name: service.name,
        assigned,
        ...(assigned ? {} : { reason: 'LICENCE_REQUIRED', requiredLicence: service.licence }),
      };
    }),
  });
}

/** `GET …/users/me/schedules` */
export async function getMySchedules(): Promise<HopResponse> {
  const schedules = [
    { name: 'Office hours', type: 'businessHours', events: 5 },
    { name: 'Public holidays', type: 'holidays', events: 9 },
  ];
  return jsonResponse(200, { schedules });
}

/** `GET …/users/me/features/singlenumberreach` */
export async function getMyReach(call: ApiCall): Promise<HopResponse> {
  const { id } = userOf(call, call.claims.sub);
  const [answer] = await call.runOci([
    { type: 'UserSingleNumberReachGetRequest', elements: [['userId', id]] },
  ]);
  const phoneNumber = answer === undefined ? undefined : elementOf(answer, 'phoneNumber');
  return jsonResponse(200, {
    enabled: true,
    alertAllNumbersForClickToDialCallsEnabled: false,
    numbers: [
      { phoneNumber, enabled: true, doNotForwardCallsEnabled: false, answerConfirmationEnabled: false },
    ],
  });
}

/** `GET …/customers/{org}` */
export async function getCustomer(call: ApiCall): Promise<HopResponse> {
  const { organisation, users, locations } = call.surroundings.estate;
  return jsonResponse(200, { ...organisation, userCount: users.length, locationCount: locations.length });
}

/** `GET …/customers/{org}/users` */
export async function getUsers(call: ApiCall): Promise<HopResponse> {
  return jsonResponse(200, { users: call.surroundings.estate.users.map((user) => summaryOf(call, user)) });
}

/** `GET …/customers/{org}/users/{user}` */
export async function getUser(call: ApiCall): Promise<HopResponse> {
  return jsonResponse(200, summaryOf(call, userOf(call, call.parameters[1])));
}

/** `GET …/customers/{org}/locations` */
export async function getLocations(call: ApiCall): Promise<HopResponse> {
  const { locations } = call.surroundings.estate;
  return jsonResponse(200, {
    locations: locations.map(({ id, name, address, numbers }) => ({
      id,
      name,
      address,
      numberCount: numbers.length,
    })),
  });
}

function summaryOf({ surroundings }: ApiCall, user: User) {
  const { id, name, email, phoneNumber, extension, locationId, licence, role } = user;
  const location = surroundings.estate.locations.find((one) => one.id === locationId);
  return { id, name, email, phoneNumber, extension, licence, role, location: location?.name };
}
