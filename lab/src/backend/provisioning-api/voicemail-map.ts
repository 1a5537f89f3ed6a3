import type { OciCommand, OciValue } from '../oci/oci-document.ts';

/** Commands that set a user's voicemail, in the order in which the provisioning API sends them. */
export const voicemailCommands = [
  'UserVoiceMessagingUserModifyVoiceManagementRequest',
  'UserVoiceMessagingUserModifyGreetingRequest20',
  'UserFaxMessagingModifyRequest',
] as const;

export type VoicemailCommand = (typeof voicemailCommands)[number];

/** How a JSON value becomes the text of an element, and back. */
export type Conversion = 'text' | 'boolean' | 'number' | Readonly<Record<string, string>>;

/** One field of the voicemail JSON and the element that carries it. */
export interface MappedField {
  /** JSON pointer (RFC 6901) into the body of `PATCH …/voicemail`. */
  readonly pointer: string;
  readonly command: VoicemailCommand;
  readonly element: string;
  readonly as: Conversion;
}

const greeting = { DEFAULT: 'Default', CUSTOM: 'Personal' };
const storage = { INTERNAL: 'Unified Voice and Email Messaging', EXTERNAL: 'Deliver To Email Address Only' };

const management = 'UserVoiceMessagingUserModifyVoiceManagementRequest';
const greetings = 'UserVoiceMessagingUserModifyGreetingRequest20';
const fax = 'UserFaxMessagingModifyRequest';

/**
 * What each field of the JSON is called in OCI. The order is the schema's order of elements, which the call server
 * insists on.
 */
export const voicemailMap: readonly MappedField[] = [
  { pointer: '/enabled', command: management, element: 'isActive', as: 'boolean' },
  { pointer: '/messageStorage/storageType', command: management, element: 'processing', as: storage },
  {
    pointer: '/messageStorage/externalEmail',
    command: management,
    element: 'voiceMessageDeliveryEmailAddress',
    as: 'text',
  },
  {
    pointer: '/messageStorage/mwiEnabled',
    command: management,
    element: 'usePhoneMessageWaitingIndicator',
    as: 'boolean',
  },
  {
    pointer: '/notifications/enabled',
    command: management,
    element: 'sendVoiceMessageNotifyEmail',
    as: 'boolean',
  },
  {
    pointer: '/notifications/destination',
    command: management,
    element: 'voiceMessageNotifyEmailAddress',
    as: 'text',
  },
  {
    pointer: '/emailCopyOfMessage/enabled',
    command: management,
    element: 'sendCarbonCopyVoiceMessage',
    as: 'boolean',
  },
  {
    pointer: '/emailCopyOfMessage/emailId',
    command: management,
    element: 'voiceMessageCarbonCopyEmailAddress',
    as: 'text',
  },
  {
    pointer: '/transferToNumber/enabled',
    command: management,
    element: 'transferOnZeroToPhoneNumber',
    as: 'boolean',
  },
  {
    pointer: '/transferToNumber/destination',
    command: management,
    element: 'transferPhoneNumber',
    as: 'text',
  },
  {
    pointer: '/sendAllCalls/enabled',
    command: management,
    element: 'alwaysRedirectToVoiceMail',
    as: 'boolean',
  },
  {
    pointer: '/sendBusyCalls/enabled',
    command: management,
    element: 'busyRedirectToVoiceMail',
    as: 'boolean',
  },
  {
    pointer: '/sendUnansweredCalls/enabled',
    command: management,
    element: 'noAnswerRedirectToVoiceMail',
    as: 'boolean',
  },
  {
    pointer: '/sendBusyCalls/greeting',
    command: greetings,
    element: 'busyAnnouncementSelection',
    as: greeting,
  },
  {
    pointer: '/sendUnansweredCalls/greeting',
    command: greetings,
    element: 'noAnswerAnnouncementSelection',
    as: greeting,
  },
  {
    pointer: '/sendUnansweredCalls/maxRings',
    command: greetings,
    element: 'noAnswerNumberOfRings',
    as: 'number',
  },
  { pointer: '/faxMessage/enabled', command: fax, element: 'isActive', as: 'boolean' },
  { pointer: '/faxMessage/phoneNumber', command: fax, element: 'phoneNumber', as: 'text' },
  { pointer: '/faxMessage/extension', command: fax, element: 'extension', as: 'text' },
];

/** The commands for what a voicemail JSON mentions; fields that it leaves out stay as they are. */
export function voicemailToCommands(voicemail: unknown, userId: string): OciCommand[] {
  return voicemailCommands.flatMap((type) => {
    const elements = voicemailMap
      .filter(({ command }) => command === type)
      .flatMap(({ pointer, element, as }) => {
        const value = valueAt(voicemail, pointer);
        return value === undefined ? [] : [[element, toElement(value, as)] as const];
      });
    return elements.length === 0 ? [] : [{ type, elements: [['userId', userId] as const, ...elements] }];
  });
}

/** A voicemail JSON from the elements that the call server keeps; `read` gives one by command and name. */
export function voicemailFromElements(
  read: (command: VoicemailCommand, element: string) => OciValue | undefined,
): Record<string, unknown> {
  const voicemail: Record<string, unknown> = {};
  for (const { pointer, command, element, as } of voicemailMap) {
    const value = read(command, element);
    if (value !== undefined) setAt(voicemail, pointer, value === null ? null : fromElement(value, as));
  }
  return voicemail;
}

function toElement(value: unknown, as: Conversion): OciValue {
  if (value === null) return null;
  return typeof as === 'object' ? (as[String(value)] ?? String(value)) : String(value);
}

function fromElement(text: string, as: Conversion): unknown {
  if (typeof as === 'object') return Object.entries(as).find(([, own]) => own === text)?.[0] ?? text;
  if (as === 'boolean') return text === 'true';
  return as === 'number' ? Number(text) : text;
}

function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .slice(1)
    .split('/')
    .reduce<unknown>(
      (at, name) =>
        typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined,
      value,
    );
}

function setAt(target: Record<string, unknown>, pointer: string, value: unknown): void {
  const names = pointer.slice(1).split('/');
  const last = names.pop()!;
  let at = target;
  for (const name of names) {
    at[name] ??= {};
    at = at[name] as Record<string, unknown>;
  }
  at[last] = value;
}
