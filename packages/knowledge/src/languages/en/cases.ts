import type { CaseWords } from '../../intake/intake-words.ts';
import { bytes } from './phrases.ts';

export const cases: CaseWords = {
  errors: {
    'store/unreachable': {
      what: 'The database cannot be reached.',
      next: 'Check that it runs, and that its address and account are right.',
    },
    'store/wrong-url': {
      what: 'This is no address of a database.',
      next: 'Write sqlite:<path> or postgres://<host>/<name>.',
    },
    'store/newer': {
      what: 'A newer Harrier has used this database.',
      next: 'Start that version, or restore a backup from before it.',
    },
    'objects/missing': {
      what: 'The file is not in the object store.',
      next: 'Look in the case’s history whether it was removed.',
    },
    'objects/unreachable': {
      what: 'The object store does not answer or takes nothing.',
      next: 'Check free space, address and account.',
    },
    'objects/damaged': {
      what: 'The object store gave back other bytes than were stored.',
      next: 'Check the disk or the service, and restore the file from a backup.',
    },
    'case-system/unreachable': {
      what: 'The case system cannot be reached.',
      next: 'Check its address and the network; the work goes on when it answers.',
    },
    'case-system/busy': {
      what: 'The case system asks to wait.',
      next: 'Nothing to do: the work goes on after the wait it asked for.',
    },
    'case-system/not-signed-in': {
      what: 'The case system does not accept the account.',
      next: 'Renew the account’s password or token in the settings, and start this again.',
    },
    'case-system/forbidden': {
      what: 'The account may not do this in the case system.',
      next: 'Give the account the permission, and start this again.',
    },
    'case-system/not-found': {
      what: 'The case system does not have it any more.',
      next: 'Look at the case; it may have been moved or merged.',
    },
    'case-system/too-large': {
      what: 'The file is larger than the case system takes.',
      next: 'Raise its limit, or keep large files in the vault.',
    },
    'case-system/type-refused': {
      what: 'The case system refuses files of this type.',
      next: 'Allow the type there, or choose another suffix for sealed files.',
    },
    'case-system/closed': {
      what: 'The case is closed and takes nothing more.',
      next: 'Open the case again, and start this again.',
    },
    'case-system/unexpected': {
      what: 'The case system gave an answer that Harrier does not understand.',
      next: 'Check its version; report it if it is a supported one.',
    },
    'intake/original-gone': {
      what: 'The attachment disappeared before it was sealed.',
      next: 'Nothing was deleted by Harrier. Ask for it again if it is needed.',
    },
    'intake/original-changed': {
      what: 'The attachment was changed while it was worked on. Nothing was deleted.',
      next: 'The new version is worked on by itself; check the case.',
    },
    'intake/unreadable': {
      what: 'The attachment looks like a capture but cannot be read. It is still there.',
      next: 'Look at it yourself: it may hold credentials.',
    },
    'intake/not-sanitized': {
      what: 'No clean copy could be guaranteed, so none was made. The original is still there.',
      next: 'Remove or seal it by hand, and report what kind of capture it is.',
    },
    'intake/not-sealed': {
      what: 'The original could not be sealed in a form that opens again. It is still there.',
      next: 'Check the vault’s keys and free space, and start this again.',
    },
    'intake/copy-differs': {
      what: 'The sealed copy in the case is not the one that was put there. The original is still there.',
      next: 'Remove the bad copy from the case, and start this again.',
    },
    'intake/still-there': {
      what: 'The original can still be downloaded after its deletion.',
      next: 'Remove it by hand or ask the case system’s administrator.',
    },
    'intake/internal': {
      what: 'Something in Harrier failed. Nothing was lost.',
      next: 'Start this again; report it if it stays.',
    },
    'request/invalid': {
      what: 'The request is not as it should be.',
      next: 'Compare it with the API description.',
    },
    'request/not-signed-in': { what: 'You are not signed in.', next: 'Sign in, or send an API token.' },
    'request/wrong-sign-in': {
      what: 'Name, password or code is wrong.',
      next: 'Try again; after several failures the account waits a while.',
    },
    'request/second-factor': {
      what: 'This account needs a code as well.',
      next: 'Enter the six digits of your authenticator app.',
    },
    'request/forbidden': {
      what: 'Your roles do not allow this.',
      next: 'Ask somebody whose role does, or an administrator.',
    },
    'request/wrong-origin': {
      what: 'The request comes from another site.',
      next: 'Do it in Harrier’s own pages.',
    },
    'request/not-found': { what: 'There is no such thing here.', next: 'Check the address or number.' },
    'request/conflict': {
      what: 'This does not fit what is there now.',
      next: 'Load it again and repeat what is still wanted.',
    },
    'request/common-password': {
      what: 'That password is one of those that are tried first.',
      next: 'Choose another: some words that have nothing to do with each other are long and easy to keep.',
    },
    'request/too-large': {
      what: 'This is larger than is accepted here.',
      next: 'Send less, or ask an administrator to raise the limit.',
    },
    'request/enough': {
      what: 'There are as many of these as there may be.',
      next: 'Remove one that is not needed any more.',
    },
    'request/too-many': { what: 'Too many requests.', next: 'Wait as long as Retry-After says.' },
    'request/gone': { what: 'This was used or has expired.', next: 'Ask for a new one.' },
    'request/identity-provider': {
      what: 'The identity provider does not answer.',
      next: 'Try again in a minute. If it stays, tell whoever runs this server, who looks at the provider’s address and certificate first.',
    },
    'request/internal': {
      what: 'Something in Harrier failed.',
      next: 'Try again; report it with the request’s id if it stays.',
    },
  },
  note: {
    replaced: 'A capture with credentials was attached here. It was replaced by a sanitized copy.',
    originalStays:
      'A capture with credentials was attached here, and IT IS STILL HERE. A sanitized copy was added.',
    clean: ({ name, bytes: size, sha256 }) =>
      `Sanitized copy: ${name} (${bytes(size)}, SHA-256 ${sha256}). Please work with this one.`,
    found: (credentials, places) =>
      `Replaced in it: ${credentials} different ${credentials === '1' ? 'credential' : 'credentials'} in ${places} ${places === '1' ? 'place' : 'places'}.`,
    repaired: 'The original is damaged; the copy holds the requests that are whole.',
    droppedBodies: (bodies) => `Contents that could not be read were taken out whole: ${bodies}.`,
    otherCaptures: (captures) =>
      `The archive holds more captures, which are only in the sealed original: ${captures}.`,
    sealed: ({ name, bytes: size, sha256, keys }) =>
      `Sealed original: ${name} (${bytes(size)}, SHA-256 ${sha256}). It opens with these keys only: ${keys}.`,
    keptInVault: 'kept in the vault, too large for this case system',
    original: (sha256, size) => `Original: ${bytes(size)}, SHA-256 ${sha256}.`,
    removal: {
      removed: 'It was deleted after the sealed copy had been read back and checked.',
      'was-gone': 'It was found deleted after the sealed copy had been read back and checked.',
      'not-removable':
        'This case system does not let attachments be deleted. An administrator has to remove it.',
      forbidden: 'Harrier’s account may not delete it. Somebody with the permission has to remove it.',
      replaced:
        'The attachment was replaced meanwhile, so it was not deleted. The new one is looked at by itself.',
    },
    purge: {
      P0: 'not removable',
      P1: 'gone from pages and API; the bytes may still be stored',
      P2: 'in the recycle bin',
      P3: 'gone from the primary store; copies elsewhere are possible',
      P4: 'verified absent by looking at the store itself',
    },
    binUntil: (date) => `The bin is emptied on ${date}.`,
    residual: (copies) => `Copies may remain in: ${copies}.`,
    residualCopy: {
      'mail-copies': 'e-mails that were sent with it',
      backups: 'backups',
      'same-content-elsewhere': 'other attachments with the same content',
      'search-index': 'the search index',
      'old-versions': 'older versions',
      thumbnails: 'previews',
      'merged-cases': 'cases that were merged with this one',
      'deleted-records': 'the store of deleted records',
      'content-delivery': 'caches of a content delivery network',
    },
    listSeparator: ', ',
    revoke:
      'Whoever saw the original has the credentials in it: sign out those sessions and replace those keys.',
    exception: (mark) =>
      `If the sanitized copy is not enough, ask for the original in Harrier with the mark ${mark} and your reason; somebody else has to approve it.`,
    expired: (days) =>
      `The sealed original was deleted after ${days} ${days === '1' ? 'day' : 'days'}, as long as this organisation keeps them. The clean copy stays.`,
    audit: (head) => `Audit log: ${head}`,
    link: (url) => `Details: ${url}`,
  },
};
