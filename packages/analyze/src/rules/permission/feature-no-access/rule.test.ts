import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { page, trackingId } from '../../../testing/names.ts';
import { featureNoAccess } from './rule.ts';

const url =
  'https://settings.example.test/api/v1/templates/configure/users/c4a8e2f0-19d7-4b53-8e6a-70f1d5b92c3e?templateKey=calling-end-user-feature-access-template';

function template(aggregationLevel: string, value: Record<string, string>, name = 'Shop floor') {
  return { name, rank: 1, aggregationLevel, settings: [{ settingsGroup: 'featureAccess', value }] };
}

const hidden = { singleNumberReach: 'NO_ACCESS', callForwarding: 'FULL_ACCESS' };
const answer = (body: unknown) => harOf([page, { url, trackingId: trackingId(9), body }]);

checkRule(featureNoAccess, import.meta.url, {
  'finds.feature-that-the-organisations-template-hides': answer({ orgTemplates: [template('ORG', hidden)] }),
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
