import { place } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { request, search, searchStep } from '../phrases.ts';

/** Age in a unit that fits. */
const ageOf = (ageS: number) => {
  if (ageS < 3600) return `about ${Math.round(ageS / 60)} min`;
  return ageS < 86_400 ? `about ${Math.round(ageS / 3600)} h` : `about ${Math.round(ageS / 86_400)} d`;
};

export const versionFindings: GroupWords<'version'> = {
  'version/chunk-missing': {
    verdict: (f) =>
      f.how === 'gone'
        ? `${request(f)} does not exist any more (${f.status}): the page belongs to an older build of the application${search(f)}.`
        : `${request(f)} got a page in the place of a script or style (${f.status}): the page that asked belongs to an older build of the application${search(f)}.`,
    explanation: () =>
      'The names of these files change with every build. The server has only those of the last one, and the page that is open still asks for its own.',
    nextStep: () =>
      'Reload the page without the cache (Ctrl+Shift+R). The service team keeps the files of earlier builds for a while and lets the page ask for a reload when one is missing.',
  },
  'version/stale-document': {
    verdict: (f) => {
      const from =
        f.from === 'browser-cache'
          ? 'out of the browser’s cache'
          : `out of a cache on the way${f.ageS === undefined ? '' : `, ${ageOf(f.ageS)} old,`}`;
      const files = f.missing === 1 ? 'a file' : `${f.missing} files`;
      return `The page ${place(f)} came ${from} and asks for ${files} of a build that is gone${search(f)}.`;
    },
    explanation: () =>
      'A page may be kept only as long as the files that it names; this one was kept longer than the build that it belongs to.',
    nextStep: (f) =>
      f.from === 'browser-cache'
        ? 'Reload the page without the cache (Ctrl+Shift+R). The service team sends pages with Cache-Control: no-cache, and only files with a hash in their name with a long time.'
        : 'Clear the page from the cache on the way (content network, proxy). The service team sends pages with Cache-Control: no-cache, or clears them with every deploy.',
  },
  'version/stale-service-worker': {
    verdict: (f) => {
      const files = f.missing === 1 ? 'a file' : `${f.missing} files`;
      return `The page ${place(f)} came from a service worker that keeps an old build: it asks for ${files} that are gone${search(f)}.`;
    },
    explanation: () =>
      'The worker answers from what it kept, a reload too; the files of that build are not on the server any more.',
    nextStep: () =>
      'Remove the service worker of this site (developer tools, Application, Service workers, Unregister) and reload. The service team lets the worker take the new build at once and drop the old one.',
  },
  'version/mixed-builds': {
    verdict: (f) => {
      const failing = f.failing === undefined ? '' : `; only the answers of ${f.failing} failed`;
      return `${place(f)} is answered by several builds in turn (${f.field}: ${f.builds})${failing}${search(f)}.`;
    },
    explanation: (f) =>
      f.failing === undefined
        ? 'Several builds stand behind one name at the same time: a deploy that is under way or stuck, or a test with a part of the users.'
        : 'Several builds stand behind one name at the same time, and one of them cannot handle what the page sends; it depends on chance which one answers.',
    nextStep: (f) =>
      f.failing === undefined
        ? 'Ask the service team whether a deploy was under way at that time.'
        : `Ask the service team why ${f.failing} still answers (a deploy that got stuck, an instance that was not replaced). ${searchStep(f)}`,
  },
  'version/deprecated-api': {
    verdict: (f) => {
      const since = f.since === undefined ? '' : ` since ${f.since}`;
      const until =
        f.until === undefined
          ? ''
          : f.isOver
            ? `, its end was announced for ${f.until}`
            : `, its end is announced for ${f.until}`;
      const successor = f.successor === undefined ? '' : `, ${f.successor} takes its place`;
      return `${request(f)} is outdated${since}${until}${successor}.`;
    },
    explanation: (f) =>
      f.isOver
        ? 'The day that the service announced has passed; it may stop answering at any time.'
        : 'The service still answers, and says that it will not for ever (RFC 9745, RFC 8594).',
    nextStep: () => 'The team that makes the page or program moves to the new interface before that day.',
  },
};
