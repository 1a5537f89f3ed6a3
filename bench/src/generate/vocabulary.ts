/** Invented people, places and words. Some of the names leave ASCII, as in the directories of customers. */

export const givenNames = [
  'Amara',
  'Aylin',
  'Bruno',
  'Chloe',
  'Daniel',
  'Elena',
  'Hugo',
  'Ines',
  'Jonas',
  'Mateo',
  'Nadia',
  'Olga',
  'François',
  'Łukasz',
  'Zoë',
  '健',
];

export const familyNames = [
  'Adeyemi',
  'Bianchi',
  'Carter',
  'Dubois',
  'Fischer',
  'Jansen',
  'Lund',
  'Novak',
  'Okafor',
  'Petrova',
  'Silva',
  'Walsh',
  'Ibáñez',
  'Müller',
  'Wójcik',
  '佐藤',
];

export const places = [
  'Campus North',
  'Canal Street',
  'Harbour Gate',
  'Mill Lane',
  'Rialto Depot',
  'Québec Store',
  '大阪支店',
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
