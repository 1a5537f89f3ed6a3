import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { RecordError } from '../../record-error.ts';

/** A browser of this machine that can be recorded. */
export interface FoundBrowser {
  /** As people call it. */
  readonly name: string;
  readonly file: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

interface Candidate {
  readonly name: string;
  /** Names on the search path. */
  readonly commands?: readonly string[];
  /** Whole paths. */
  readonly files?: readonly string[];
}

/** Chrome first: it is what most people reproduce with; then what is built like it. */
function candidatesOf(platform: NodeJS.Platform, env: Environment): readonly Candidate[] {
  if (platform === 'darwin') {
    const inApplications = (bundle: string) =>
      ['/Applications', path.join(homedir(), 'Applications')].map((folder) =>
        path.join(folder, `${bundle}.app`, 'Contents/MacOS', bundle),
      );
    return ['Google Chrome', 'Microsoft Edge', 'Chromium', 'Brave Browser'].map((name) => ({
      name,
      files: inApplications(name),
    }));
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder): folder is string => folder !== undefined,
    );
    const under = (tail: string) => folders.map((folder) => path.win32.join(folder, tail));
    return [
      { name: 'Google Chrome', files: under('Google\\Chrome\\Application\\chrome.exe') },
      { name: 'Microsoft Edge', files: under('Microsoft\\Edge\\Application\\msedge.exe') },
      { name: 'Chromium', files: under('Chromium\\Application\\chrome.exe') },
      { name: 'Brave', files: under('BraveSoftware\\Brave-Browser\\Application\\brave.exe') },
    ];
  }
  return [
    { name: 'Google Chrome', commands: ['google-chrome-stable', 'google-chrome'] },
    { name: 'Microsoft Edge', commands: ['microsoft-edge-stable', 'microsoft-edge'] },
    { name: 'Chromium', commands: ['chromium', 'chromium-browser'] },
    { name: 'Brave', commands: ['brave-browser'] },
  ];
}

/**
 * The first of Chrome, Edge, Chromium and Brave that this machine has, or the one that was asked for.
 * Error: {@link RecordError} `record/no-browser`.
 */
export function findBrowser(
  asked: string | undefined,
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): FoundBrowser {
  if (asked !== undefined) {
    const file = asked.includes('/') || asked.includes('\\') ? asked : onPath(asked, env, platform);
    if (file === undefined || !isProgram(file)) throw new RecordError('record/no-browser', asked);
    return { name: path.basename(asked), file };
  }
  for (const { name, commands = [], files = [] } of candidatesOf(platform, env)) {
    const file =
      commands.map((command) => onPath(command, env, platform)).find((found) => found !== undefined) ??
      files.find(isProgram);
    if (file !== undefined) return { name, file };
  }
  throw new RecordError('record/no-browser');
}

function onPath(command: string, env: Environment, platform: NodeJS.Platform): string | undefined {
  const folders = (env.PATH ?? env.Path ?? '').split(platform === 'win32' ? ';' : ':').filter(Boolean);
  return folders.map((folder) => path.join(folder, command)).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
