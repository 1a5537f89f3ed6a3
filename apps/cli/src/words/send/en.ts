import type { SendWords } from './send-words.ts';

export const enSend: SendWords = {
  command: {
    send: {
      summary: "hand a clean or sealed file to a vendor's support drop",
      about:
        'Uploads one file by HTTPS PUT to <url>, signed in with the case number of --case and the upload token of that case. The token comes from --token-file or HARRIER_DROP_TOKEN, else it is asked for. Nothing can be taken back there, so only this goes: a HAR or SAZ in which sanitize --check finds no credential, an encrypted OpenPGP message as harrier seal writes it, or an unchanged package of harrier escalate. The name there is in small letters and holds a digest.',
    },
  },
  option: { 'token-file': 'file with the upload token of the case' },
  told: {
    done: (size, name, place) => `The drop ${place} has it: ${name}, ${size}.`,
    askToken: (caseNumber) => `Upload token of case ${caseNumber}: `,
    refused: {
      'not-clean': {
        what: (file) => `${file} was not sent: it holds credentials.`,
        next: 'Send the file that harrier sanitize writes, or seal this one with harrier seal.',
      },
      'other-kind': {
        what: (file) =>
          `${file} was not sent: it is no capture that can be looked through (HAR, SAZ), no encrypted OpenPGP message in binary form and no unchanged package of harrier escalate.`,
        next: 'Make a clean file of a capture with harrier sanitize; encrypt anything else with harrier seal.',
      },
    },
    trouble: {
      'no-answer': {
        what: (place) => `The drop ${place} cannot be reached.`,
        next: 'Check the address and the network, and send it again.',
      },
      'wrong-token': {
        what: (place) => `The drop ${place} does not accept the case number with this token.`,
        next: 'Check the number. Such tokens end: get a new one for the case.',
      },
      'not-taken': {
        what: (place, status) => `The drop ${place} did not take the file; it answered ${status}.`,
        next: 'Try again later. If it stays so, ask whoever runs the drop which address, size and kind of file it takes.',
      },
    },
  },
};
