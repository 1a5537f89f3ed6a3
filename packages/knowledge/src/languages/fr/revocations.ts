import type { Words } from '../../words.ts';

export const revocations: Words['revocations'] = {
  'change-password': 'Changez-le : le mot de passe, le code PIN ou le code de récupération.',
  'sign-out': 'Déconnectez l’utilisateur partout, ce qui met fin à la session sur le serveur.',
  'revoke-token': 'Révoquez le jeton auprès de son émetteur (RFC 7009), ou déconnectez l’utilisateur.',
  'rotate-key': 'Créez une nouvelle clé, mettez-la en service, puis supprimez celle-ci.',
  'replace-key-pair': 'Remplacez la paire de clés et révoquez ses certificats.',
  'recreate-link': 'Supprimez le lien ou le webhook et créez-en un nouveau.',
  'block-card': 'Faites bloquer la carte par sa banque.',
  'expires-by-itself': 'Utilisable une fois ou quelques minutes ; il expire de lui-même.',
  nothing: 'Seul, il n’ouvre rien.',
};
