import { countText } from '../../format/quantity.ts';
import type { RecordWords } from './record-words.ts';

export const frRecord: RecordWords = {
  usage: {
    'not-an-address': ({ given }) =>
      `${given} n’est pas l’adresse d’une page : elle commence par https:// ou http://.`,
  },
  command: {
    record: {
      summary: 'enregistrer un navigateur, sans les secrets, et dire ce qui a échoué',
      about:
        'Ouvre une fenêtre privée de Chrome, Edge ou Chromium à <url> et enregistre tous ses onglets, cadres et workers jusqu’à la fermeture de la fenêtre, la fin de --seconds ou Ctrl-C. Les secrets sont retirés avant toute écriture. --attach enregistre un navigateur lancé avec le débogage à distance : donnez son port ou son adresse ws:// ; l’URL peut alors être omise.',
    },
  },
  option: {
    seconds: 'terminer l’enregistrement après ce nombre de secondes',
    browser: 'le navigateur à démarrer : son nom ou son chemin',
    headless: 'sans fenêtre, pour les scripts',
    screenshots: 'une image de la page à chaque échec ; les images ne sont pas nettoyées',
    'original-to': 'garder aussi l’original, scellé pour cette clé publique OpenPGP ; peut être répétée',
    raw: 'with-credentials : tout écrire tel quel, secrets compris',
  },
  told: {
    recording: (browser) =>
      `Enregistrement de ${browser}. Reproduisez la panne, puis fermez la fenêtre ou appuyez sur Ctrl-C.`,
    count: (count) => `enregistrement : ${count <= 1 ? `${count} requête` : `${countText(count)} requêtes`}`,
    ended: {
      person: 'Enregistrement arrêté.',
      time: 'Enregistrement arrêté : le temps est écoulé.',
      'window-closed': 'Enregistrement arrêté : la fenêtre a été fermée.',
      'browser-gone': 'Le navigateur s’est arrêté de lui-même ; ce qui avait été enregistré est conservé.',
      'no-room': 'Le dossier temporaire est plein ; ce qui avait été enregistré est conservé.',
      crash: 'L’enregistreur s’est arrêté trop tôt ; ce qui avait été enregistré est conservé.',
    },
    nothing: 'Aucune requête n’a été faite.',
    rawWarning:
      'Attention : le fichier contiendra tous les secrets qui passent. Quiconque le possède peut s’en servir. Ne le partagez pas.',
    original: (file, keys) =>
      `L’original est scellé dans ${file} ; ${keys === 1 ? '1 clé l’ouvre' : `${countText(keys)} clés l’ouvrent`}.`,
    pictures: (count, folder) =>
      `${count === 1 ? '1 image' : `${countText(count)} images`} dans ${folder}. Les images ne sont pas nettoyées : regardez-les avant de les partager.`,
  },
};
