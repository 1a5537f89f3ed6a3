import type { AnswerWords } from '../../words.ts';

export const answers: AnswerWords = {
  nothingFailed: (entries, slow) => {
    const looked =
      entries === 1 ? 'La seule requête n’a pas échoué' : `Aucun échec parmi les ${entries} requêtes`;
    const pace =
      slow === 0 ? '' : slow === 1 ? ' ; une requête était lente' : ` ; ${slow} requêtes étaient lentes`;
    return `${looked} : aucun statut à partir de 400, aucune connexion interrompue, aucune erreur dans un corps capturé${pace}.`;
  },
  nothingRead: 'La capture ne contient aucune requête ; il n’y a rien à juger.',
  leftClosed: (entries) =>
    entries === 1
      ? 'Une requête peut-être importante n’a pas été ouverte, pour que l’analyse se termine à temps.'
      : `${entries} requêtes peut-être importantes n’ont pas été ouvertes, pour que l’analyse se termine à temps.`,
  ruleFailed: (ruleId) =>
    `La vérification ${ruleId} a échoué, par un défaut de Harrier ; ses constats manquent.`,
  notObservable: (rules, evidence, effect) =>
    effect === 'silent'
      ? `Non vérifié, car la capture ne contient pas ${evidence} : ${rules}.`
      : `Vérifié en partie seulement, car la capture ne contient pas ${evidence} : ${rules}.`,
};
