import type { Words } from '../../words.ts';

export const recordErrors: Words['recordErrors'] = {
  'record/no-browser': {
    what: 'Aucun navigateur enregistrable n’a été trouvé.',
    next: 'Installez Google Chrome, Microsoft Edge ou Chromium, ou indiquez le programme avec --browser. Pour Firefox, il y a l’extension.',
  },
  'record/browser-failed': {
    what: 'Le navigateur n’a pas démarré, ou s’est arrêté avant de pouvoir être enregistré.',
    next: 'Démarrez-le seul et lisez ce qu’il affiche. Dans un conteneur, il lui faut parfois HARRIER_BROWSER_FLAGS=--no-sandbox.',
  },
  'record/no-display': {
    what: 'Il n’y a pas d’écran sur lequel le navigateur pourrait afficher une fenêtre.',
    next: 'Lancez la commande dans une session graphique, ou enregistrez sans fenêtre : --headless --seconds 30.',
  },
  'record/not-reachable': {
    what: 'Aucun navigateur ne répond à cette adresse.',
    next: 'Démarrez-le avec --remote-debugging-port=9222 et un dossier de profil à part (--user-data-dir), puis donnez ce port.',
  },
  'record/not-local': {
    what: 'Un enregistrement ne se rattache qu’aux navigateurs de cette machine : tout intermédiaire pourrait lire les identifiants.',
    next: 'Ramenez d’abord le port sur cette machine, par exemple avec ssh -L, et donnez le port local.',
  },
  'record/keeper-ended': {
    what: 'Le processus qui conserve l’enregistrement s’est arrêté avant de l’avoir écrit.',
    next: 'Fermez d’autres programmes pour libérer de la mémoire, et recommencez par enregistrements plus courts.',
  },
};
