import type { User } from '../estate/estate.ts';
import { elementOf, isOciError } from '../oci/oci-document.ts';
import { type HopResponse, jsonResponse } from '../wire/message.ts';
import type { ApiCall } from './api-call.ts';
import { ApiFailure } from './api-failure.ts';

/** `GET …/locations/{location}/numbers`: every number with its owner. */
export async function getNumbers(call: ApiCall): Promise<HopResponse> {
  const rows = await listNumbers(call);
  const { users, locations } = call.surroundings.estate;
  const location = locations.find(({ id }) => id === call.parameters[1]);
  const numbers = rows.map(([number = '', , activated, userId = '', extension = '']) => {
    return {
      number,
      extension: extension === '' ? null : extension,
      state: activated === 'true' ? 'ACTIVE' : 'INACTIVE',
      type: 'PRIMARY',
      mainNumber: number.endsWith('00'),
      location: { id: location?.id, name: location?.name },
      owner: ownerOf(userId, users),
    };
  });
  return jsonResponse(200, { numbers, paging: { start: 0, limit: 2000, count: numbers.length } });
}

/** `GET …/locations/{location}/numbers/usage`: how many are in use. */
export async function getNumberUsage(call: ApiCall): Promise<HopResponse> {
  const rows = await listNumbers(call);
  const assigned = rows.filter(([, , , userId = '']) => userId !== '').length;
  return jsonResponse(200, { locationId: call.parameters[1], total: rows.length, assigned });
}

async function listNumbers(call: ApiCall): Promise<readonly (readonly string[])[]> {
  const [answer] = await call.runOci([
    {
      type: 'GroupDnGetDetailedListRequest',
      elements: [
        ['serviceProviderId', call.surroundings.estate.organisation.id],
        ['groupId', call.parameters[1] ?? ''],
      ],
    },
  ]);
  if (answer === undefined || isOciError(answer))
    throw new ApiFailure(404, '404010', (answer && elementOf(answer, 'summary')) ?? 'No such location');
  return answer.table?.rows ?? [];
}

/** A person, a room with a phone of its own, or nobody. */
function ownerOf(id: string, users: readonly User[]) {
  const user = users.find((one) => one.id === id);
  if (user !== undefined) return { id, type: 'PEOPLE', name: user.name, email: user.email };
  const room = /^room-(\d+)$/.exec(id)?.[1];
  return room === undefined ? null : { id, type: 'PLACE', name: `Treatment room ${room}` };
}
