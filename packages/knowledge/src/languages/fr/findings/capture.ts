import type { GroupWords } from '../../../words.ts';

export const captureFindings: GroupWords<'capture'> = {
  'capture/no-content': {
    verdict: (f) =>
      `Il manque à la capture le contenu de ${f.withoutContent} des ${f.textResponses} réponses textuelles.`,
    explanation: () =>
      'Elle a été enregistrée sans le contenu. Les textes d’erreur, les échecs à l’intérieur d’un 200 et les autorisations n’y sont pas visibles.',
    nextStep: () =>
      'Refaites la capture et enregistrez-la avec le contenu (dans Chrome : « Export HAR (with sensitive data) » ou « Save all as HAR with content »).',
  },
  'capture/truncated': {
    verdict: (f) =>
      f.entries < 2
        ? `Le fichier est coupé ; ${f.entries === 0 ? 'aucune requête complète n’a' : 'une requête complète a'} été lue avant la coupure.`
        : `Le fichier est coupé ; les ${f.entries} requêtes complètes situées avant la coupure ont été lues.`,
    explanation: () => 'Le fichier s’arrête avant sa fin. Ce qui s’est passé après la coupure est inconnu.',
    nextStep: () =>
      'Redemandez le fichier : un envoi interrompu ou un disque plein laissent de tels fichiers.',
  },
  'capture/damaged': {
    verdict: (f) => {
      const line = f.line === undefined ? '' : `, d’abord à la ligne ${f.line}`;
      const where = f.damages === 1 ? 'à un endroit' : `à ${f.damages} endroits`;
      return `Le fichier est endommagé ${where}${line} ; tout ce qui l’entoure a été lu.`;
    },
    explanation: (f) => {
      if (f.damagedEntries === 0) return 'Aucune requête n’a été perdue.';
      return f.damagedEntries === 1
        ? 'Une requête n’a pu être lue qu’avec tolérance et peut être incomplète.'
        : `${f.damagedEntries} requêtes n’ont pu être lues qu’avec tolérance et peuvent être incomplètes.`;
    },
    nextStep: () =>
      'Demandez l’original : un fichier modifié à la main est souvent endommagé de cette façon.',
  },
};
