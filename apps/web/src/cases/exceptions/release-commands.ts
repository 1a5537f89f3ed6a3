/** What a key holder types on a machine of their own, and what the requester does; gpg alone is enough for both. */

/** The names under which this page saves the files that the commands speak of. */
export const releaseFiles = {
  requesterKey: 'requester-key.asc',
  capsule: 'capsule.pgp',
  sealedMap: 'sealed-map.pgp',
  pseudonyms: 'pseudonyms.txt',
  release: 'release.pgp',
} as const;

/**
 * For a whole file: the capsule gives its session key, which is encrypted for the requester. gpg prints the session key on
 * standard error, between quotation marks. The key is fetched by its fingerprint, so it needs no trust in the key ring.
 */
export function wholeFileCommands(fingerprint: string): readonly string[] {
  const { requesterKey, capsule, release } = releaseFiles;
  return [
    `gpg --import ${requesterKey}`,
    `KEY=$(gpg --show-session-key --output /dev/null --yes --decrypt ${capsule} 2>&1 | sed -n "s/.*session key: '\\(.*\\)'/\\1/p")`,
    `printf '%s\\n' "$KEY" | gpg --trust-model always --encrypt --recipient ${fingerprint} --output ${release}; unset KEY`,
  ];
}

/** For single values: the lines of the sealed map that were asked for, and no other, encrypted for the requester. */
export function valueCommands(fingerprint: string): readonly string[] {
  const { requesterKey, sealedMap, pseudonyms, release } = releaseFiles;
  return [
    `gpg --import ${requesterKey}`,
    `gpg --decrypt ${sealedMap} | grep -F -f ${pseudonyms} | gpg --trust-model always --encrypt --recipient ${fingerprint} --output ${release}`,
  ];
}

/** What {@link valueCommands} looks for: each pseudonym as the map writes it, so that none is the beginning of another. */
export function pseudonymLines(pseudonyms: readonly string[]): string {
  return pseudonyms.map((one) => `{"pseudonym":${JSON.stringify(one)},\n`).join('');
}

/** What the requester types: gpg writes before it knows that a file is whole, so its exit code decides about the output. */
export function openingCommands(kind: 'whole' | 'values', sealedName: string): readonly string[] {
  const { release } = releaseFiles;
  if (kind === 'values') return [`gpg --decrypt ${release}`];
  return [
    `KEY=$(gpg --quiet --decrypt ${release})`,
    `gpg --override-session-key "$KEY" --output original.part --decrypt ${sealedName} && mv original.part original.har; unset KEY`,
  ];
}
