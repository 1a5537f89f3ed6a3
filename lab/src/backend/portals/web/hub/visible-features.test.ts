import { describe, expect, it } from 'vitest';
import type { HubAnswers } from './hub-requests.ts';
import { visibleFeatures } from './visible-features.ts';

const template = (singleNumberReach: string) => ({ settings: [{ value: { singleNumberReach } }] });

function isVisible(answers: Partial<HubAnswers>): boolean {
  const whole: HubAnswers = {
    me: undefined,
    services: [{ name: 'singleNumberReach', assigned: true }],
    organisationTemplates: [template('FULL_ACCESS')],
    userTemplates: [],
    failed: false,
    ...answers,
  };
  return visibleFeatures(whole).some(({ name }) => name === 'singleNumberReach');
}

function computed(singleNumberReach: string): NonNullable<HubAnswers['me']> {
  const person = { id: 'u', name: 'U', phoneNumber: '', extension: '', licence: 'Professional' };
  return { ...person, organisation: { name: 'O' }, computedAccess: { values: { singleNumberReach } } };
}

describe('what the hub shows', () => {
  it('is what the organisation grants', () => {
    expect(isVisible({})).toBe(true);
    expect(isVisible({ organisationTemplates: [template('NO_ACCESS')] })).toBe(false);
  });

  it('follows the user’s own template before the organisation’s', () => {
    expect(isVisible({ userTemplates: [template('NO_ACCESS')] })).toBe(false);
    const hidden = [template('NO_ACCESS')];
    expect(isVisible({ organisationTemplates: hidden, userTemplates: [template('FULL_ACCESS')] })).toBe(true);
  });

  it('follows what was computed last before any template, however old it is', () => {
    expect(isVisible({ me: computed('NO_ACCESS') })).toBe(false);
  });

  it('needs the licence whatever the templates say', () => {
    expect(isVisible({ services: [{ name: 'singleNumberReach', assigned: false }] })).toBe(false);
  });
});
