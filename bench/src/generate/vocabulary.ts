/** Invented people, places and words. Half of the names leave ASCII, as directories of customers do. */

export const givenNames = [
  'Amara',
  'Zoë',
  'Łukasz',
  'Mateo',
  'Aylin',
  '健',
  '민준',
  'Olga',
  'François',
  'Søren',
];

export const familyNames = [
  'Okafor',
  'Müller',
  'Wójcik',
  'Ibáñez',
  'Yıldız',
  '佐藤',
  '김',
  'Petrova',
  'Lefèvre',
  'Lund',
];

export const places = [
  'Rialto Depot',
  'Łódź Office',
  'Québec Store',
  '大阪支店',
  'Campus North',
  'São Paulo Hub',
];

/** Words of notes and descriptions. */
export const words = (
  'the call queue moves a caller to the next agent when nobody answers within thirty seconds so the schedule ' +
  'of the branch decides which greeting plays and where an unanswered call goes after business hours'
).split(' ');

export const featureNames = [
  'callForwarding',
  'callRecording',
  'callWaiting',
  'callerId',
  'doNotDisturb',
  'hoteling',
  'intercept',
  'monitoring',
  'privacy',
  'receptionist',
  'simultaneousRing',
  'voicemail',
] as const;

export const vendors = ['Example Recorder', 'Tape Works', 'Voice Vault'] as const;
