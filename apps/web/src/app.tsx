import { CaptureScreen } from './captures/capture-screen.tsx';
import { useOpenCaptures } from './captures/open-captures.ts';
import { TopBar } from './frame/top-bar.tsx';
import { useKeys } from './keys/use-keys.ts';
import { useDroppedFiles } from './start/dropped-files.ts';
import { useNamedFiles } from './start/named-files.ts';
import { StartScreen } from './start/start-screen.tsx';

/** The workbench: a bar with the open captures, and the one that is shown. */
export function App() {
  const { tabs, active } = useOpenCaptures();
  useDroppedFiles();
  useNamedFiles();
  const tab = tabs.find(({ id }) => id === active);
  useKeys(tab);
  return (
    <div className="page">
      <TopBar />
      {tab === undefined ? <StartScreen /> : <CaptureScreen key={tab.id} tab={tab} />}
    </div>
  );
}
