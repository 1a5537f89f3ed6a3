import type { HubAnswers, Template } from './hub-requests.ts';

/** A setting that people may see in their hub. */
export interface Feature {
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

const features: readonly Feature[] = [
  { name: 'voicemail', title: 'Voicemail', text: 'Greetings, notifications and where messages go.' },
  {
    name: 'callForwarding',
    title: 'Call forwarding',
    text: 'Send calls elsewhere, always or when you are busy.',
  },
  { name: 'doNotDisturb', title: 'Do not disturb', text: 'Silence all your devices for a while.' },
  { name: 'callWaiting', title: 'Call waiting', text: 'Hear that somebody else is calling.' },
  {
    name: 'singleNumberReach',
    title: 'Single number reach',
    text: 'Ring other phones of yours when you are called.',
  },
  { name: 'simultaneousRing', title: 'Simultaneous ring', text: 'Ring several of your phones at once.' },
  { name: 'hoteling', title: 'Hoteling', text: 'Use a shared desk phone as if it were yours.' },
];

/**
 * What a person gets to see: licensed, and granted by what counts. What the portal computed last beats the templates, the
 * user's own template beats the organisation's.
 */
export function visibleFeatures(answers: HubAnswers): readonly Feature[] {
  const { me, services, organisationTemplates, userTemplates } = answers;
  const access = {
    ...valuesOf(organisationTemplates),
    ...valuesOf(userTemplates),
    ...me?.computedAccess?.values,
  };
  return features.filter(
    ({ name }) =>
      services.some((service) => service.name === name && service.assigned) && access[name] !== 'NO_ACCESS',
  );
}

function valuesOf(templates: readonly Template[]): Record<string, string> {
  return Object.assign({}, ...templates.flatMap(({ settings }) => settings.map(({ value }) => value)));
}
