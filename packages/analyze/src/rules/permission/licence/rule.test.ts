import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { licence } from './rule.ts';

const services = (items: unknown[]) =>
  harOf([
    page,
    {
      url: `${api}/users/me/settings/services`,
      trackingId: trackingId(3),
      body: { licence: 'Basic', services: items },
    },
  ]);

checkRule(licence, import.meta.url, {
  'finds.feature-that-needs-another-licence': services([
    { name: 'voicemail', assigned: true },
    {
      name: 'singleNumberReach',
      assigned: false,
      reason: 'LICENCE_REQUIRED',
      requiredLicence: 'Professional',
    },
    { name: 'hoteling', assigned: false, reason: 'LICENCE_REQUIRED', requiredLicence: 'Professional' },
  ]),
  'finds.change-of-a-licence-that-was-refused': harOf([
    page,
    {
      url: `${api}/users/17/licenses`,
      method: 'PATCH',
      status: 400,
      trackingId: trackingId(5),
      body: {
        message: 'Bad request',
        errors: [{ errorCode: '400112', description: 'License Professional cannot be changed to Standard' }],
      },
    },
  ]),
  'finds.request-that-needs-a-subscription': harOf([
    page,
    {
      url: `${api}/users/17/recordings`,
      method: 'POST',
      status: 403,
      body: { code: 'SUBSCRIPTION_REQUIRED', message: 'This needs a higher subscription.' },
    },
  ]),
  'quiet.subscriptions-to-events-that-moved': harOf([
    page,
    { url: `${api}/presence`, status: 410, body: { message: 'Subscriptions moved.' } },
    { url: `${api}/events/subscriptions/7`, status: 404, body: { message: 'Subscription expired.' } },
  ]),
  'quiet.feature-that-is-off-for-another-reason': services([
    { name: 'hoteling', assigned: false, reason: 'DISABLED_BY_USER' },
  ]),
  'quiet.everything-licensed': services([
    { name: 'hoteling', assigned: true, requiredLicence: 'Professional' },
  ]),
  'quiet.text-about-a-licence-agreement': harOf([
    page,
    {
      url: `${api}/about`,
      body: { license: 'Apache-2.0', text: 'See the license agreement', enabled: false },
    },
  ]),
});
