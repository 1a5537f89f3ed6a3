import { describe, expect, it } from 'vitest';
import type { OciCommand } from '../oci/oci-document.ts';
import { elementOf, readOciDocument, writeOciDocument } from '../oci/oci-document.ts';
import { voicemailFromElements, voicemailMap, voicemailToCommands } from './voicemail-map.ts';

const voicemail = {
  enabled: true,
  notifications: { enabled: true, destination: 'fax@fernhill.example.com' },
  sendAllCalls: { enabled: false },
  sendBusyCalls: { enabled: true, greeting: 'DEFAULT' },
  sendUnansweredCalls: { enabled: true, greeting: 'CUSTOM', maxRings: 3 },
  transferToNumber: { enabled: false, destination: null },
  emailCopyOfMessage: { enabled: true, emailId: 'copy@fernhill.example.com' },
  faxMessage: { enabled: true, phoneNumber: '+15550142', extension: null },
  messageStorage: { mwiEnabled: true, storageType: 'INTERNAL', externalEmail: 'box@fernhill.example.com' },
};

const sent = (commands: readonly OciCommand[]) =>
  readOciDocument(writeOciDocument({ trackingId: 'x', commands })).commands;

describe('the voicemail map', () => {
  it('makes three commands of one body, each with the elements of the schema in order', () => {
    const commands = sent(voicemailToCommands(voicemail, 'u-1'));
    expect(commands.map(({ type, elements }) => [type, elements.map(([name]) => name)])).toEqual([
      [
        'UserVoiceMessagingUserModifyVoiceManagementRequest',
        [
          'userId',
          'isActive',
          'processing',
          'voiceMessageDeliveryEmailAddress',
          'usePhoneMessageWaitingIndicator',
          'sendVoiceMessageNotifyEmail',
          'voiceMessageNotifyEmailAddress',
          'sendCarbonCopyVoiceMessage',
          'voiceMessageCarbonCopyEmailAddress',
          'transferOnZeroToPhoneNumber',
          'transferPhoneNumber',
          'alwaysRedirectToVoiceMail',
          'busyRedirectToVoiceMail',
          'noAnswerRedirectToVoiceMail',
        ],
      ],
      [
        'UserVoiceMessagingUserModifyGreetingRequest20',
        ['userId', 'busyAnnouncementSelection', 'noAnswerAnnouncementSelection', 'noAnswerNumberOfRings'],
      ],
      ['UserFaxMessagingModifyRequest', ['userId', 'isActive', 'phoneNumber', 'extension']],
    ]);
    expect(elementOf(commands[2]!, 'extension')).toBeNull();
    expect(elementOf(commands[0]!, 'processing')).toBe('Unified Voice and Email Messaging');
  });

  it('leaves out what the body does not mention', () => {
    const commands = voicemailToCommands({ faxMessage: { enabled: false } }, 'u-1');
    expect(commands).toEqual([
      {
        type: 'UserFaxMessagingModifyRequest',
        elements: [
          ['userId', 'u-1'],
          ['isActive', 'false'],
        ],
      },
    ]);
  });

  it('loses nothing on the way there and back', () => {
    const commands = sent(voicemailToCommands(voicemail, 'u-1'));
    const read = (type: string, element: string) =>
      elementOf(commands.find((command) => command.type === type)!, element);
    expect(voicemailFromElements(read)).toEqual(voicemail);
  });

  it('gives no two fields one element', () => {
    const places = voicemailMap.map(({ command, element }) => `${command}.${element}`);
    expect(new Set(places).size).toBe(voicemailMap.length);
  });
});
