import { CaptureScreen } from './captures/capture-screen.tsx';
import { type CaptureTab, useOpenCaptures } from './captures/open-captures.ts';
import { ComparePage } from './compare/compare-page.tsx';
import { TopBar } from './frame/top-bar.tsx';
import { useKeys } from './keys/use-keys.ts';
import { Rail } from './pages/rail.tsx';
import { useShownPage } from './pages/shown-page.ts';
import { SanitizePage } from './sanitize/sanitize-page.tsx';
import { useDroppedFiles } from './start/dropped-files.ts';
import { useNamedFiles } from './start/named-files.ts';
import { StartScreen } from './start/start-screen.tsx';

/** The workbench: a bar with the open captures, the pages beside it, and the one that is shown. */
export function App() {
  const { tabs, active } = useOpenCaptures();
  useDroppedFiles();
  useNamedFiles();
  const tab = tabs.find(({ id }) => id === active);
  useKeys(tab);
  return (
    <div className="page">
      <TopBar />
      <div className="below">
        <Rail />
        <Page tab={tab} />
      </div>
    </div>
  );
}

function Page({ tab }: { readonly tab: CaptureTab | undefined }) {
  const page = useShownPage((state) => state.page);
  if (page === 'compare') return <ComparePage />;
  if (tab === undefined) return <StartScreen />;
  if (page === 'sanitize' && tab.state === 'ready') return <SanitizePage key={tab.id} tab={tab} />;
  return <CaptureScreen key={tab.id} tab={tab} />;
}
