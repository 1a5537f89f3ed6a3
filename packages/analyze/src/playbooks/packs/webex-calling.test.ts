import { languages, type ToldFinding, tellFinding } from '@harrier/knowledge';
import { words } from '@harrier/knowledge/words';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyseCapture } from '../../analyse-capture.ts';
import { harOf, type Step } from '../../testing/har-of.ts';
import { captureOf } from '../../testing/memory-capture.ts';

const customer = 'https://cpapi-r.example.test/api/v1/customers/11111111-2222-4333-8444-555555555555';
const user = `${customer}/users/66666666-7777-4888-8999-aaaaaaaaaaaa`;
const trackingId = 'ATLAS_0b1c2d3e-4f50-4617-8a9b-0c1d2e3f4a5b_12';
const templates =
  'https://settings-service-r.example.test/settings-service/api/v1/templates/configure/users/66666666-7777-4888-8999-aaaaaaaaaaaa?templateKey=calling-end-user-feature-access-template';

async function analyse(...steps: readonly Step[]): Promise<Analysis> {
  return await analyseCapture(await captureOf(harOf(steps)));
}

/** The first finding, as it is told in each language. */
function firstOf({ findings }: Analysis): { readonly language: string; readonly told: ToldFinding }[] {
  const [first] = findings;
  if (first === undefined) throw new Error('Nothing was found.');
  return languages.map((language) => ({ language, told: tellFinding(first, words(language)) }));
}

const orgTemplate = (value: object, more: object = {}) => ({
  orgTemplates: [
    {
      name: 'Feature access',
      rank: 1,
      aggregationLevel: 'ORG',
      lastModified: '2025-03-01T08:00:00Z',
      lastModifiedBy: 'admin@example.com',
      settings: [{ value }],
      ...more,
    },
  ],
});

describe.each(languages)('in %s', (language) => {
  const toldIn = (analysis: Analysis) =>
    firstOf(analysis).find((one) => one.language === language)?.told as ToldFinding;

  it('says whose template hides which feature, its rank, when it was changed and by whom', async () => {
    const analysis = await analyse({
      url: templates,
      body: orgTemplate({ singleNumberReach: 'NO_ACCESS', hoteling: 'FULL_ACCESS' }),
    });
    expect(analysis.findings[0]?.playbook?.id).toBe('playbook/webex-calling/feature-hidden');
    const { verdict, nextStep } = toldIn(analysis);
    for (const part of [
      'Single number reach (singleNumberReach)',
      'Feature access',
      'ORG',
      '2025-03-01T08:00:00Z',
      'admin@example.com',
    ])
      expect(verdict).toContain(part);
    expect(nextStep).toContain('12');
  });

  it('shows a feature that it does not know by its key', async () => {
    const analysis = await analyse({
      url: templates,
      body: orgTemplate({ holdMusicOfTomorrow: 'NO_ACCESS', hoteling: 'FULL_ACCESS' }),
    });
    expect(toldIn(analysis).verdict).toContain('holdMusicOfTomorrow');
  });

  it('keeps what the recording provider said apart from the service’s own words, and says what to collect', async () => {
    const analysis = await analyse({
      url: `${user}/features/callrecording`,
      method: 'PATCH',
      status: 502,
      trackingId,
      sent: { enabled: true },
      body: {
        error: {
          message: [{ description: '400: Invalid Product: Creating recording point failed in Quillcap.' }],
        },
      },
    });
    expect(analysis.findings[0]?.playbook?.id).toBe('playbook/webex-calling/recording-refused');
    const { verdict, explanation, nextStep, whoCanFix } = toldIn(analysis);
    expect(verdict).toContain('Quillcap');
    expect(verdict).toContain('400: Invalid Product');
    expect(explanation).toMatch(/[“「« ]Invalid Product[”」» ]/);
    expect(nextStep).toContain(trackingId);
    expect(whoCanFix).toContain('Quillcap');
  });

  it('says that the browser itself asked for off, and what that is called in OCI', async () => {
    const analysis = await analyse(
      {
        url: `${user}/voicemail`,
        body: { enabled: true, faxMessage: { enabled: false, phoneNumber: null } },
      },
      {
        url: `${user}/voicemail`,
        method: 'PATCH',
        sent: { enabled: true, faxMessage: { enabled: false, phoneNumber: '+15550100' } },
        body: {},
      },
    );
    expect(analysis.findings[0]?.ruleId).toBe('permission/asked-for-off');
    const { verdict, explanation } = toldIn(analysis);
    expect(verdict).toContain('/faxMessage/enabled');
    expect(explanation).toContain('UserFaxMessagingModifyRequest.isActive');
  });

  it('names the job that failed after it had been accepted, with what its code means', async () => {
    const analysis = await analyse({
      url: `${customer}/jobs`,
      trackingId,
      body: {
        jobs: [
          {
            id: '1',
            type: 'ASSIGN_LICENCES',
            status: 'FAILED',
            created: '2025-03-04T09:29:30Z',
            total: 6,
            done: 2,
            errors: [{ code: '400112', message: 'Licence Professional cannot be changed to Standard' }],
          },
        ],
      },
    });
    expect(analysis.findings[0]?.playbook?.id).toBe('playbook/webex-calling/job-failed');
    const { verdict, explanation, nextStep } = toldIn(analysis);
    expect(verdict).toContain('ASSIGN_LICENCES');
    expect(explanation).toContain('(400112)');
    expect(nextStep).toContain('ADMINBATCHCLIENT');
  });
});

it('tells nothing of a template that grants everything', async () => {
  const { findings } = await analyse({ url: templates, body: orgTemplate({ hoteling: 'FULL_ACCESS' }) });
  expect(findings.filter(({ playbook }) => playbook !== undefined)).toEqual([]);
});

it('tells of a template that hides much, of which nobody asked, in the rule’s words', async () => {
  const value = { callNotify: 'NO_ACCESS', priorityAlert: 'NO_ACCESS', sequentialRing: 'NO_ACCESS' };
  const { findings } = await analyse({ url: templates, body: orgTemplate(value) });
  const found = findings.find(({ ruleId }) => ruleId === 'permission/feature-no-access');
  expect(found?.severity).toBe('info');
  expect(found?.playbook).toBe(undefined);
});

it('says that terms of the recording provider were not accepted', async () => {
  const { findings } = await analyse({
    url: 'https://webexapis.com/v1/telephony/config/locations/4711/callRecording/vendors',
    body: { vendorName: 'Quillcap', termsOfServiceEnabled: false },
  });
  expect(findings.map(({ ruleId }) => ruleId)).toContain('playbook/webex-calling/recording-terms');
});
