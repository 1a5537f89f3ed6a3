import { createHash } from 'node:crypto';
import { LEAKED_DIGEST_BYTES, leakedPasswords } from './leaked-passwords.ts';

/**
 * Passwords that are tried first: those that leaked most often, and those that nobody has leaked yet but that are made in the same
 * way. At twelve characters and more these are hardly ever single words: they are a word or two that
 * everybody takes, a run over the keyboard, a year and an exclamation mark. So beside the list
 * of leaked ones there is a list of their parts, and a password that is made of at most three of them is refused. Source: the public lists of leaked passwords agree on
 * these parts; the parts are few and written down here by hand.
 */
const words = [
  // What it is for.
  'password passwort passwd pass motdepasse contrasena wachtwoord senha parola haslo pasword passw0rd login logon signin',
  'admin administrator administrateur root user guest test testing demo default changeme change letmein letme enter access',
  'secret private security secure system server network computer internet windows office microsoft google facebook apple',
  'samsung android iphone linux oracle cisco webex zoom support service helpdesk company welcome willkommen bienvenue hello',
  // What people love.
  'love lover loveyou iloveyou iloveu ilove youandme forever always baby babygirl honey sweet sweetheart angel princess prince queen',
  'king star superstar sunshine flower butterfly rainbow chocolate cookie peanut pepper ginger cheese banana orange purple',
  'silver golden diamond crystal dragon monkey tiger tigger lion eagle falcon hunter wolf shadow phoenix dolphin panther',
  'football baseball basketball soccer hockey golf liverpool arsenal chelsea barcelona realmadrid juventus manchester united',
  'yankees cowboys lakers ferrari porsche mercedes mustang corvette harley yamaha',
  'batman superman spiderman starwars pokemon naruto matrix ninja warrior master killer thunder lightning freedom',
  'michael jennifer jessica ashley daniel andrew joshua matthew thomas robert charlie jordan george nicole hannah amanda',
  'samantha anthony william alexander christian patrick maggie buster bailey molly ranger rocky max',
  'trustno whatever blink nothing something everything anything god jesus jesuschrist heaven blessed amen',
  // When it was changed.
  'spring summer autumn winter january february march april june july august september october november december monday',
  'tuesday wednesday thursday friday saturday sunday today year month week',
  // Glue.
  'the our your you and for new old correcthorsebatterystaple woaini nihao arigato sakura doraemon',
  'azerty qwerty qwertz asdf zxcv qazwsx qweasd',
  'harrier',
]
  .join(' ')
  .split(' ');

/** Along these a finger runs, forwards or backwards, three keys at least. */
const runs = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'qwertzuiop',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujmikolp',
];
const LEAST_RUN = 3;
/** A password of more parts than this is a phrase, however common its words. */
const MOST_PARTS = 3;
/** Characters that are of no part: with as many as this it is no longer among the first. */
const LEAST_OWN = 4;

/** Whether a password is one of those that are tried first. `name`: what its account is called. */
export function isCommonPassword(password: string, name = ''): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  if (hasLeaked(text)) return true;
  const own = name.normalize('NFKC').toLowerCase();
  const known = own.length < LEAST_RUN ? words : [...words, own];
  // As it was before somebody wrote figures for letters.
  const letters = text.replace(/[013457@$!]/g, (sign) => lettersOfSigns[sign] ?? sign);
  const parts = new Set<string>();
  let ownChars = 0;
  for (let at = 0; at < text.length; ) {
    const part = Math.max(
      wordAt(text, at, known),
      wordAt(letters, at, known),
      runAt(text, at),
      repeatAt(text, at),
    );
    const figures = figuresAt(text, at);
    // The same part again is no second one, and figures make a password no better.
    if (part > 0) parts.add(letters.slice(at, at + part));
    else if (figures === 0) ownChars++;
    at += Math.max(1, part, figures);
  }
  return ownChars < LEAST_OWN && parts.size <= MOST_PARTS;
}

/** Sorted, as they were written. */
const leaked = Buffer.from(leakedPasswords, 'base64');

function hasLeaked(text: string): boolean {
  const digest = createHash('sha256').update(text).digest().subarray(0, LEAKED_DIGEST_BYTES);
  let [from, to] = [0, leaked.length / LEAKED_DIGEST_BYTES];
  while (from < to) {
    const middle = (from + to) >> 1;
    const at = middle * LEAKED_DIGEST_BYTES;
    const order = digest.compare(leaked, at, at + LEAKED_DIGEST_BYTES);
    if (order === 0) return true;
    if (order < 0) to = middle;
    else from = middle + 1;
  }
  return false;
}

const lettersOfSigns: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Length of the longest word that begins here; 0 where none does. */
function wordAt(text: string, at: number, known: readonly string[]): number {
  return Math.max(0, ...known.filter((word) => text.startsWith(word, at)).map((word) => word.length));
}

function runAt(text: string, at: number): number {
  let longest = 0;
  for (const run of runs)
    for (const way of [run, [...run].reverse().join('')]) {
      let length = LEAST_RUN;
      while (at + length <= text.length && way.includes(text.slice(at, at + length))) length++;
      longest = Math.max(longest, length - 1);
    }
  return longest < LEAST_RUN ? 0 : longest;
}

/** The same few characters over and over. */
function repeatAt(text: string, at: number): number {
  return /^(.{1,4}?)\1{2,}/su.exec(text.slice(at))?.[0].length ?? 0;
}

/** A year, a date, a number, what stands between words. */
function figuresAt(text: string, at: number): number {
  return /^[\d\p{P}\p{S}\s]+/u.exec(text.slice(at))?.[0].length ?? 0;
}
