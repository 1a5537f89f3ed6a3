import type { CaptureGuides } from '../../../pages/capture/capture-book.ts';

export const captureGuides: CaptureGuides = {
  overview: {
    lead: 'N’enregistrez que les étapes qui échouent, dès l’instant d’avant. Une capture courte se lit plus vite et contient moins de secrets.',
    rules: [
      'Si vous pouvez installer quelque chose, `harrier record` ou l’extension Harrier fait tout cela : enregistrer, retirer les secrets avant qu’un fichier n’existe, et dire ce qui a échoué. Les étapes ci-dessous ne demandent que le navigateur.',
      'Utilisez une fenêtre privée sans extensions, sauf si le défaut en dépend.',
      'Ouvrez l’enregistreur avant de charger la page, et conservez l’enregistrement d’une page à l’autre.',
      'Faites une seule fois les étapes en cause. Notez l’heure avec son fuseau, et ce que vous avez vu.',
      'Arrêtez et exportez aussitôt : les navigateurs jettent les gros corps.',
      'Retirez les secrets avec `harrier sanitize` avant de transmettre le fichier. Ne le modifiez jamais à la main : une virgule de trop le rend illisible.',
    ],
  },
  recorders: {
    chrome: {
      lead: 'C’est Chrome qui enregistre le plus : initiateurs, priorités, messages WebSocket et toutes les phases.',
      steps: [
        'Ouvrez l’onglet où le défaut se produit et appuyez sur `F12`.',
        'Choisissez le panneau **Réseau**.',
        'Cochez **Conserver le journal**.',
        'Vérifiez que le bouton d’enregistrement est rouge, puis videz la liste.',
        'Reproduisez le défaut.',
        'Cliquez sur la flèche d’exportation et enregistrez le HAR.',
      ],
      traps: [
        'Sans **Conserver le journal**, une redirection, par exemple vers une page de connexion, efface tout ce qui précède.',
        'L’export simple omet `Cookie`, `Set-Cookie` et `Authorization`. Pour juger d’un défaut de connexion, activez **Allow to generate HAR with sensitive data** dans les paramètres, exportez ainsi, puis nettoyez avec Harrier : l’expiration et le schéma restent.',
        'Un WebSocket ouvert avant l’enregistrement manque, avec tous ses messages. Rechargez d’abord la page.',
        'Une fenêtre surgissante ou un nouvel onglet a ses propres DevTools. Activez **Auto-open DevTools for popups**.',
        'Les corps des pages précédentes et les très gros peuvent avoir disparu à l’export. Exportez avant de continuer.',
        'Une heure d’enregistrement pèse des centaines de mégaoctets. Harrier l’ouvre, la messagerie ne la transportera pas.',
        'Cet export ne dit pas ce qu’une politique de la page a refusé, pourquoi un cookie a été écarté, ni ce qu’affichait la console. `harrier record` et l’extension Harrier le conservent.',
      ],
    },
    edge: {
      lead: 'Edge est construit comme Chrome, et ses captures aussi.',
      steps: [
        'Ouvrez l’onglet où le défaut se produit et appuyez sur `F12`.',
        'Choisissez l’outil **Réseau**.',
        'Cochez **Conserver le journal**.',
        'Vérifiez que l’enregistrement est actif, puis videz la liste.',
        'Reproduisez le défaut.',
        'Cliquez sur la flèche d’exportation et enregistrez le HAR.',
      ],
      traps: [
        'L’export simple omet `Cookie`, `Set-Cookie` et `Authorization`, comme dans Chrome.',
        'Les pages en mode Internet Explorer ne sont pas enregistrées. Utilisez alors Fiddler.',
        'Une stratégie d’entreprise peut interdire DevTools. Demandez à l’administrateur, ou utilisez Fiddler.',
        'Le fichier indique `WebInspector`, comme celui de Chrome ; seul `User-Agent` les distingue.',
        'Cet export ne dit pas ce qu’une politique de la page a refusé, pourquoi un cookie a été écarté, ni ce qu’affichait la console. `harrier record` et l’extension Harrier le conservent.',
      ],
    },
    firefox: {
      lead: 'Firefox laisse les secrets dans chaque export. Nettoyez-le avant de le partager.',
      steps: [
        'Ouvrez l’onglet où le défaut se produit et appuyez sur `F12`.',
        'Choisissez le panneau **Réseau**.',
        'Cliquez sur la roue dentée et choisissez **Conserver les journaux**.',
        'Rechargez la page et reproduisez le défaut.',
        'Cliquez sur la roue dentée et choisissez **Tout enregistrer en tant que HAR**.',
      ],
      traps: [
        'Il n’existe pas d’export sans secrets : cookies et jetons s’y trouvent toujours.',
        'Les corps de réponse de plus d’environ 1 Mo sont tronqués. Réglez `devtools.netmonitor.responseBodyLimit` dans `about:config` si nécessaire.',
        'La durée totale compte TLS deux fois. Harrier la corrige et le signale.',
        'Les messages WebSocket peuvent manquer dans le fichier. Utilisez alors Chrome.',
        'L’extension Harrier enregistre un onglet dans Firefox et retire les secrets avant qu’un fichier n’existe. Elle voit moins que cet export : aucune phase avant l’envoi d’une requête.',
      ],
    },
    safari: {
      lead: 'Safari ne montre ses outils de développement qu’une fois activés.',
      steps: [
        'Dans les réglages, sous **Avancés**, cochez **Show features for web developers**.',
        'Ouvrez l’onglet où le défaut se produit et choisissez **Show Web Inspector** dans le menu **Développement**.',
        'Choisissez l’onglet **Réseau** et activez **Preserve Log**.',
        'Rechargez la page et reproduisez le défaut.',
        'Cliquez sur **Exporter** et enregistrez le HAR.',
      ],
      traps: [
        'Les en-têtes répétés n’en font plus qu’un, joints par des virgules.',
        'Les tailles et l’initiateur manquent souvent.',
        'Les messages WebSocket ne sont pas dans le fichier.',
        'Pour un iPhone ou un iPad, reliez-le à un Mac : ses pages figurent dans le menu **Développement**.',
      ],
    },
    fiddler: {
      lead: 'Fiddler est un proxy : il enregistre tous les programmes de l’ordinateur, y compris les navigateurs sans DevTools.',
      steps: [
        'Lancez Fiddler Classic et fermez les autres programmes.',
        'Sous **Tools** > **Options** > **HTTPS**, cochez **Decrypt HTTPS traffic** et acceptez son certificat.',
        'Vérifiez que **Capture Traffic** est coché dans le menu **File**, puis supprimez toutes les sessions.',
        'Reproduisez le défaut, puis décochez **Capture Traffic**.',
        'Choisissez **File** > **Save** > **All Sessions** et enregistrez un SAZ avec mot de passe.',
      ],
      traps: [
        'Il enregistre aussi les autres programmes, courrier et messagerie compris. Supprimez ce qui ne concerne pas le dossier.',
        'Accepter son certificat ouvre tout le trafic chiffré. Retirez-le ensuite.',
        'Les programmes qui épinglent leurs certificats échouent tant qu’il fonctionne.',
        'Les connexions passent par Fiddler : les phases diffèrent et HTTP/2 devient le plus souvent HTTP/1.1.',
        'Préférez SAZ à HAR : il garde davantage. Harrier ouvre les deux.',
      ],
    },
  },
};
