import type { Random } from '../random.ts';

export type Access = 'FULL_ACCESS' | 'NO_ACCESS';

/** Which features people see in their own portal; one for the organisation, and one for a user where it differs. */
export interface FeatureTemplate {
  readonly orgTemplateId: string;
  readonly name: string;
  readonly description: string;
  readonly rank: number;
  readonly aggregationLevel: 'ORG' | 'USER';
  readonly aggregationId: string;
  readonly createdMs: number;
  readonly lastModifiedMs: number;
  readonly creator: string;
  readonly values: Readonly<Record<string, Access>>;
}

export const templateKey = 'calling-end-user-feature-access-template';
export const settingsKey = 'calling-end-user-feature-access';

/** Features that an administrator of the customer hid long ago, and nobody misses. */
const hidden: ReadonlySet<string> = new Set([
  'callNotify',
  'priorityAlert',
  'sequentialRing',
  'generateActivationCode',
  'selectivelyForwardCalls',
]);

/** Every feature that the template knows. */
const features = [
  'bargeIn',
  'hoteling',
  'executive',
  'voicemail',
  'callWaiting',
  'doNotDisturb',
  'callForwarding',
  'simultaneousRing',
  'singleNumberReach',
  'sendCallsToVoicemail',
  'connectedLineIdentity',
  'voicemailFaxMessaging',
  'anonymousCallRejection',
  'voicemailNotifications',
  'voicemailTransferNumber',
  'callNotify',
  'blockCallerId',
  'priorityAlert',
  'sequentialRing',
  'voicemailEmailCopy',
  'generateActivationCode',
  'selectivelyAcceptCalls',
  'selectivelyRejectCalls',
  'selectivelyForwardCalls',
  'voicemailMessageStorage',
];

/** The organisation's template as it has been for long: most features granted. */
export function organisationTemplate(
  random: Random,
  organisationId: string,
  createdMs: number,
): FeatureTemplate {
  return {
    orgTemplateId: random.uuid(),
    name: 'Calling end user feature access template',
    description: 'What people may change in their own portal',
    rank: 1,
    aggregationLevel: 'ORG',
    aggregationId: organisationId,
    createdMs,
    lastModifiedMs: createdMs,
    creator: random.uuid(),
    values: Object.fromEntries(
      features.map((feature) => [feature, hidden.has(feature) ? 'NO_ACCESS' : 'FULL_ACCESS']),
    ),
  };
}

/** A copy in which some features have another level. */
export function withAccess(
  template: FeatureTemplate,
  values: Readonly<Record<string, Access>>,
  lastModifiedMs = template.lastModifiedMs,
): FeatureTemplate {
  return { ...template, lastModifiedMs, values: { ...template.values, ...values } };
}

/** A template of one user: only what differs from the organisation's. */
export function userTemplate(
  template: FeatureTemplate,
  userId: string,
  values: Readonly<Record<string, Access>>,
): FeatureTemplate {
  return {
    ...template,
    name: `${template.name} (user)`,
    aggregationLevel: 'USER',
    aggregationId: userId,
    rank: 0,
    values,
  };
}

/** What counts for a person: their own template, then the organisation's. An unknown feature is hidden. */
export function accessOf(
  feature: string,
  organisation: FeatureTemplate,
  user: FeatureTemplate | undefined,
): Access {
  return user?.values[feature] ?? organisation.values[feature] ?? 'NO_ACCESS';
}
