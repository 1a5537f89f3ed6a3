import type { Estate, User } from '../estate/estate.ts';
import type { OciValue } from '../oci/oci-document.ts';

/** What the call server keeps about one user: by command group, element → value. */
export type Profile = Map<string, Map<string, OciValue>>;

/** Groups of a profile; modify and get commands of one thing share theirs. */
export type ProfileGroup = 'voiceManagement' | 'greeting' | 'fax' | 'recording' | 'reach';

/** A user as the call server was provisioned with: voicemail on, fax off, no recording. */
export function newProfile(user: User): Profile {
  return new Map([
    [
      'voiceManagement',
      new Map<string, OciValue>([
        ['isActive', 'true'],
        ['processing', 'Unified Voice and Email Messaging'],
        ['voiceMessageDeliveryEmailAddress', user.email],
        ['usePhoneMessageWaitingIndicator', 'true'],
        ['sendVoiceMessageNotifyEmail', 'true'],
        ['voiceMessageNotifyEmailAddress', user.email],
        ['sendCarbonCopyVoiceMessage', 'false'],
        ['voiceMessageCarbonCopyEmailAddress', null],
        ['transferOnZeroToPhoneNumber', 'false'],
        ['transferPhoneNumber', null],
        ['alwaysRedirectToVoiceMail', 'false'],
        ['busyRedirectToVoiceMail', 'true'],
        ['noAnswerRedirectToVoiceMail', 'true'],
      ]),
    ],
    [
      'greeting',
      new Map<string, OciValue>([
        ['busyAnnouncementSelection', 'Default'],
        ['noAnswerAnnouncementSelection', 'Default'],
        ['noAnswerNumberOfRings', '3'],
      ]),
    ],
    [
      'fax',
      new Map<string, OciValue>([
        ['isActive', 'false'],
        ['phoneNumber', null],
        ['extension', null],
      ]),
    ],
    ['recording', new Map<string, OciValue>([['recordingOption', 'Never']])],
    [
      'reach',
      new Map<string, OciValue>([
        ['isActive', 'true'],
        ['phoneNumber', `${user.phoneNumber.slice(0, -2)}99`],
      ]),
    ],
  ]);
}

/** Profiles of every user of an estate, by user id. */
export function provisionAll(estate: Estate): ReadonlyMap<string, Profile> {
  return new Map(estate.users.map((user) => [user.id, newProfile(user)]));
}
