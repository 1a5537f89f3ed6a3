import { type Estate, firstRoomLine } from '../estate/estate.ts';
import { elementOf, type OciCommand } from '../oci/oci-document.ts';
import type { Profile, ProfileGroup } from './subscribers.ts';

/** What a command may see and change. */
export interface CommandContext {
  readonly estate: Estate;
  readonly profiles: ReadonlyMap<string, Profile>;
}

type Handler = (command: OciCommand, context: CommandContext) => OciCommand;

export const success: OciCommand = { type: 'c:SuccessResponse', elements: [] };

/** A refusal as the protocol writes it; the summary begins with the error's number in brackets. */
export function ociError(number: number, summary: string, detail?: string): OciCommand {
  const text = `[Error ${number}] ${summary}`;
  return {
    type: 'c:ErrorResponse',
    elements: [
      ['summary', text],
      ['summaryEnglish', text],
      ...(detail === undefined ? [] : [['detail', detail] as const]),
    ],
  };
}

/** What each command does. An unknown one is refused alone; the others of its document go on. */
const handlers: Readonly<Record<string, Handler>> = {
  UserVoiceMessagingUserModifyVoiceManagementRequest: modify('voiceManagement'),
  UserVoiceMessagingUserModifyGreetingRequest20: modify('greeting'),
  UserFaxMessagingModifyRequest: modifyFax,
  UserCallRecordingModifyRequest: modify('recording'),
  UserVoiceMessagingUserGetVoiceManagementRequest23: get(
    'voiceManagement',
    'c:UserVoiceMessagingUserGetVoiceManagementResponse23',
  ),
  UserVoiceMessagingUserGetGreetingRequest20: get(
    'greeting',
    'c:UserVoiceMessagingUserGetGreetingResponse20',
  ),
  UserFaxMessagingGetRequest: get('fax', 'c:UserFaxMessagingGetResponse'),
  UserCallRecordingGetRequest: get('recording', 'c:UserCallRecordingGetResponse'),
  UserSingleNumberReachGetRequest: get('reach', 'c:UserSingleNumberReachGetResponse'),
  GroupDnGetDetailedListRequest: listNumbers,
};

/** The answer to one command. */
export function runCommand(command: OciCommand, context: CommandContext): OciCommand {
  const handler = handlers[command.type];
  return handler === undefined
    ? ociError(1002, `Invalid request: ${command.type}`)
    : handler(command, context);
}

function profileOf(command: OciCommand, { profiles }: CommandContext): Profile | undefined {
  return profiles.get(elementOf(command, 'userId') ?? '');
}

function userNotFound(command: OciCommand): OciCommand {
  return ociError(4008, `User not found: ${elementOf(command, 'userId') ?? ''}`);
}

function modify(group: ProfileGroup): Handler {
  return (command, context) => {
    const profile = profileOf(command, context);
    if (profile === undefined) return userNotFound(command);
    const kept = profile.get(group)!;
    for (const [name, value] of command.elements) if (name !== 'userId') kept.set(name, value);
    return success;
  };
}

/** A fax number belongs to one user only, and fax messaging that is on needs one. */
function modifyFax(command: OciCommand, context: CommandContext): OciCommand {
  const number = elementOf(command, 'phoneNumber');
  const userId = elementOf(command, 'userId');
  const taken = [...context.profiles].some(
    ([id, profile]) =>
      id !== userId && typeof number === 'string' && profile.get('fax')!.get('phoneNumber') === number,
  );
  if (taken) return ociError(4219, `Phone number is already assigned to another user: ${number}`);
  return modify('fax')(command, context);
}

function get(group: ProfileGroup, type: string): Handler {
  return (command, context) => {
    const profile = profileOf(command, context);
    if (profile === undefined) return userNotFound(command);
    return { type, elements: [...profile.get(group)!].filter(([, value]) => value !== null) };
  };
}

function listNumbers(command: OciCommand, { estate }: CommandContext): OciCommand {
  const location = estate.locations.find(({ id }) => id === elementOf(command, 'groupId'));
  if (location === undefined) return ociError(4022, 'Group not found');
  const owners = new Map(estate.users.map((user) => [user.phoneNumber, user]));
  return {
    type: 'c:GroupDnGetDetailedListResponse',
    elements: [],
    table: {
      name: 'dnTable',
      columns: ['Phone Number', 'Department', 'Activated', 'User Id', 'Extension'],
      rows: location.numbers.map((number, line) => {
        const room = line - firstRoomLine;
        const isRoom = room >= 0 && room < location.rooms;
        const owner = owners.get(number);
        const userId = owner?.id ?? (isRoom ? `room-${room + 1}` : '');
        const extension = owner?.extension ?? (isRoom ? String(6100 + room) : '');
        return [number, location.name, 'true', userId, extension];
      }),
    },
  };
}
