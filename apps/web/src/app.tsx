import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { CaptureScreen } from './captures/capture-screen.tsx';
import { activeTab, useOpenCaptures } from './captures/open-captures.ts';
import { CommandPalette, KeyHelp } from './commands/command-palette.tsx';
import type { PageActions } from './commands/command-table.ts';
import { TopBar } from './frame/top-bar.tsx';
import { useKeys } from './keys/use-keys.ts';
import { useDeepLink } from './link/use-deep-link.ts';
import { chooseFiles } from './start/choose-files.ts';
import { useDroppedFiles } from './start/dropped-files.ts';
import { useNamedFiles } from './start/named-files.ts';
import { StartScreen } from './start/start-screen.tsx';

/** The workbench: a bar with the open captures, and the one that is shown. */
export function App() {
  const tab = useOpenCaptures(activeTab);
  const open = useOpenCaptures((state) => state.open);
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme();
  const page: PageActions = {
    toggleTheme: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
    chooseFiles: () => chooseFiles((file) => void open(file)),
  };
  useDroppedFiles();
  useNamedFiles();
  useDeepLink(tab);
  useKeys(tab, page);
  return (
    <div className="page">
      <TopBar page={page} />
      {tab === undefined ? <StartScreen page={page} /> : <CaptureScreen key={tab.id} tab={tab} />}
      <CommandPalette page={page} />
      <KeyHelp />
    </div>
  );
}
