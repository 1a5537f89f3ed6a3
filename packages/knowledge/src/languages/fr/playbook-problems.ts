import type { PlaybookProblemWords } from '../../error/playbook-problem.ts';

export const playbookProblems: PlaybookProblemWords = {
  'playbook/too-large': () => 'le fichier dépasse la taille permise pour un guide (4 Mo)',
  'playbook/not-json': () => 'ce n’est pas du JSON',
  'playbook/missing': (detail) => `il manque le membre « ${detail} »`,
  'playbook/unknown-member': () => 'aucun membre de ce nom n’est connu ici ; vérifiez l’orthographe',
  'playbook/not-text': () => 'un texte non vide est attendu',
  'playbook/not-scalar': () => 'un texte, un nombre, true, false ou null est attendu',
  'playbook/not-list': () => 'une liste est attendue',
  'playbook/empty-list': () => 'la liste doit avoir au moins un élément',
  'playbook/not-object': () => 'un objet est attendu',
  'playbook/not-integer': () => 'un nombre entier à partir de 0 est attendu',
  'playbook/not-one-of': (detail) => `l’une de ces valeurs est attendue : ${detail}`,
  'playbook/bad-id': () => 'un identifiant en minuscules, chiffres et traits d’union est attendu',
  'playbook/bad-name': () =>
    'un nom est attendu qui commence par une lettre et ne contient que lettres, chiffres et _',
  'playbook/bad-path': () => 'un chemin qui commence par / est attendu',
  'playbook/bad-pointer': () => 'un pointeur JSON est attendu : vide, ou commençant par /',
  'playbook/bad-pattern': () =>
    'ce n’est pas une expression régulière à temps linéaire ; assertions avant ou arrière et références arrière sont refusées',
  'playbook/bad-status': () => 'deux statuts sont attendus : à partir duquel, et avant lequel',
  'playbook/double-id': (detail) => `l’identifiant « ${detail} » figure deux fois`,
  'playbook/unknown-rule': (detail) => `la règle « ${detail} » n’existe pas`,
  'playbook/unknown-fact': (detail) => `la phrase nomme « ${detail} », que le constat n’extrait pas`,
  'playbook/unknown-list': (detail) => `la liste de libellés « ${detail} » n’existe pas`,
  'playbook/unknown-service': (detail) => `le service « ${detail} » n’existe pas`,
};
