import type { ComparisonWords } from '../../comparison/comparison-words.ts';

const times = (count: number) => (count === 1 ? 'une fois' : `${count} fois`);

export const comparison: ComparisonWords = {
  differs: (what, place, a, b) =>
    `${what} : ${a.value} dans ${a.file}, ${b.value} dans ${b.file} (${place}).`,
  onlyIn: (what, place, there, missingIn) =>
    `${what} : ${there.value} dans ${there.file}, absent de ${missingIn} (${place}).`,
  requestOnlyIn: (place, count, there, missingIn) =>
    `${place} a été demandé ${times(count)} dans ${there} et jamais dans ${missingIn}.`,
  failedOnlyIn: (place, how, there, missingIn) =>
    `${place} a échoué dans ${there} (${how}) et n’a jamais été demandé dans ${missingIn}.`,
  counts: (place, a, fileA, b, fileB) =>
    `${place} a été demandé ${times(a)} dans ${fileA}, ${times(b)} dans ${fileB}.`,
  slower: (place, phase, slow, fast) =>
    `${place} a pris ${slow.value} dans ${slow.file}, ${fast.value} dans ${fast.file}${phase === undefined ? '' : ` ; l’essentiel de l’écart : ${phase}`}.`,
  status: 'Statut',
  noAnswer: 'pas de réponse',
  member: (pointer, message) => `${pointer} dans ${message === 'request' ? 'la requête' : 'la réponse'}`,
  header: (name, message) => `En-tête ${name} de ${message === 'request' ? 'la requête' : 'la réponse'}`,
  same: (paired) =>
    paired === 1
      ? 'Aucune différence notable dans la seule requête commune aux deux captures.'
      : `Aucune différence notable dans les ${paired} requêtes communes aux deux captures.`,
  nothingPaired: 'Les captures n’ont aucune requête en commun : il n’y a rien à comparer.',
};
