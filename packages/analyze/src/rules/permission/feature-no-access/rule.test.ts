import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { featureNoAccess } from './rule.ts';

const url =
  'https://settings.example.test/api/v1/templates/configure/users/c4a8e2f0-19d7-4b53-8e6a-70f1d5b92c3e?templateKey=calling-end-user-feature-access-template';

function template(aggregationLevel: string, value: Record<string, string>, name = 'Shop floor') {
  return {
    name,
    rank: 1,
    aggregationLevel,
    lastModified: '2025-03-04T08:00:00.000Z',
    lastModifiedBy: '5f3c1b9e-0d27-4a68-b1c4-9e80a7d6f235',
    settings: [{ settingsGroup: 'featureAccess', value }],
  };
}

const hidden = { singleNumberReach: 'NO_ACCESS', callForwarding: 'FULL_ACCESS' };
const manyHidden = {
  ...hidden,
  hoteling: 'NO_ACCESS',
  bargeIn: 'NO_ACCESS',
  priorityAlert: 'NO_ACCESS',
  sequentialRing: 'NO_ACCESS',
};
const othersHidden = { ...manyHidden, singleNumberReach: 'FULL_ACCESS' };
const services = {
  url: `${api}/users/me/settings/services`,
  body: {
    services: [
      { name: 'singleNumberReach', assigned: true },
      { name: 'hoteling', assigned: false },
    ],
  },
};
const answer = (body: unknown) => harOf([page, services, { url, trackingId: trackingId(9), body }]);
/** What the service worked out for the person, which has a name and no template. */
const computed = {
  name: 'Robin Example',
  computedAccess: { computedAt: '2025-03-04T06:10:00.000Z', values: { singleNumberReach: 'NO_ACCESS' } },
};

checkRule(featureNoAccess, import.meta.url, {
  'finds.feature-that-the-organisations-template-hides': answer({ orgTemplates: [template('ORG', hidden)] }),
  'finds.the-one-that-the-person-should-have-among-many-that-are-hidden': answer({
    orgTemplates: [template('ORG', manyHidden)],
  }),
  'finds.many-that-nobody-asked-for-as-information': answer({
    orgTemplates: [template('ORG', othersHidden)],
  }),
  'finds.what-the-users-own-template-takes-away': harOf([
    page,
    {
      url,
      body: {
        orgTemplates: [template('ORG', othersHidden)],
        userTemplates: [template('USER', { singleNumberReach: 'NO_ACCESS' }, 'Shop floor (Robin)')],
      },
    },
  ]),
  'finds.what-was-worked-out-before-the-template-was-changed': harOf([
    page,
    services,
    { url: `${api}/users/me`, body: computed },
    { url, body: { orgTemplates: [template('ORG', othersHidden)] } },
  ]),
  'finds.templates-that-disagree-as-a-hint': answer({
    orgTemplates: [template('ORG', hidden), template('ORG', { singleNumberReach: 'FULL_ACCESS' }, 'Office')],
  }),
  'finds.the-same-template-asked-twice-once': harOf([
    page,
    { url, body: { orgTemplates: [template('ORG', hidden)] } },
    { url, body: { orgTemplates: [template('ORG', hidden)] } },
  ]),
  'quiet.all-features-granted': answer({
    orgTemplates: [template('ORG', { singleNumberReach: 'FULL_ACCESS' })],
  }),
  'quiet.users-own-setting-beats-the-template': answer({
    orgTemplates: [template('ORG', { singleNumberReach: 'NO_ACCESS' })],
    userSettings: template('USER', { singleNumberReach: 'FULL_ACCESS' }),
  }),
  'quiet.word-in-a-text': answer({
    description: 'NO_ACCESS hides a feature',
    values: ['FULL_ACCESS', 'NO_ACCESS'],
  }),
});
