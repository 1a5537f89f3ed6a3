import type { FlowNames } from '../../flow/flow-names.ts';

export const flow: FlowNames = {
  browser: 'Navigateur',
  gateway: 'Passerelle',
  failed: 'échec',
  notSet: 'non défini',
  call: (path) => `appel ${path}`,
  noAnswer: (peer) => `pas de réponse de ${peer}`,
  noLine: (path) => `aucune ligne pour l’appel ${path}`,
};
