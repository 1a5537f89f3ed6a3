import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Suspense, useMemo } from 'react';
import { CaptureScreen } from './captures/capture-screen.tsx';
import { activeTab, type CaptureTab, useOpenCaptures } from './captures/open-captures.ts';
import { useCasePlace, useFollowedPlace } from './cases/place/use-case-place.ts';
import { CommandPalette, KeyHelp } from './commands/command-palette.tsx';
import type { PageActions } from './commands/command-table.ts';
import { FaultBoundary } from './frame/fault.tsx';
import { TopBar } from './frame/top-bar.tsx';
import { lazyPart } from './frame/unloaded.ts';
import { UnloadedNote } from './frame/unloaded-note.tsx';
import { useLightPaper } from './frame/use-light-paper.ts';
import { useKeys } from './keys/use-keys.ts';
import { Explained } from './knowledge/explained.tsx';
import { useDeepLink } from './link/use-deep-link.ts';
import { useLogLink } from './logs/use-log-link.ts';
import { Rail } from './pages/rail.tsx';
import { showOpened, useShownPage } from './pages/shown-page.ts';
import { chooseFiles } from './start/choose-files.ts';
import { DropTarget } from './start/drop-target.tsx';
import { useNamedFiles } from './start/named-files.ts';
import { StartScreen } from './start/start-screen.tsx';

const CaseArea = lazyPart(async () => (await import('./cases/case-area.tsx')).CaseArea);
const CustomerPage = lazyPart(async () => (await import('./cases/upload/customer-page.tsx')).CustomerPage);
const ComparePage = lazyPart(async () => (await import('./compare/compare-page.tsx')).ComparePage);
const LogsPage = lazyPart(async () => (await import('./logs/logs-page.tsx')).LogsPage);
const EscalatePage = lazyPart(async () => (await import('./escalate/escalate-page.tsx')).EscalatePage);
const KnowledgePage = lazyPart(async () => (await import('./knowledge/knowledge-page.tsx')).KnowledgePage);
const SanitizePage = lazyPart(async () => (await import('./sanitize/sanitize-page.tsx')).SanitizePage);

/** The workbench; or, for a customer who came by a link, the one page that they are to see. */
export function App() {
  useFollowedPlace();
  useLightPaper();
  const place = useCasePlace((store) => store.place);
  return (
    <>
      {place.page === 'upload' || place.page === 'consent' ? (
        <FaultBoundary of={place.page}>
          <Suspense fallback={<main className="capture" aria-busy />}>
            <CustomerPage place={place} />
          </Suspense>
        </FaultBoundary>
      ) : (
        <Workbench />
      )}
      <UnloadedNote />
    </>
  );
}

/** A bar with the open captures, the pages beside it, and the one that is shown. */
function Workbench() {
  const tab = useOpenCaptures(activeTab);
  const open = useOpenCaptures((state) => state.open);
  const shown = useShownPage((state) => state.page);
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme();
  const page = useMemo(
    (): PageActions => ({
      toggleTheme: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
      chooseFiles: () =>
        chooseFiles((file) => {
          void open(file);
          showOpened();
        }),
    }),
    [setColorScheme, scheme, open],
  );
  useNamedFiles();
  useDeepLink(tab);
  useLogLink();
  useKeys(tab, page);
  return (
    <div className="page">
      <TopBar page={page} />
      <div className="below">
        <Rail />
        <FaultBoundary of={`${shown} ${tab?.id}`}>
          <Suspense fallback={<main className="capture" aria-busy />}>
            <Page tab={tab} page={page} />
          </Suspense>
        </FaultBoundary>
      </div>
      <CommandPalette page={page} />
      <KeyHelp />
      <Explained />
      <DropTarget />
    </div>
  );
}

function Page({ tab, page }: { readonly tab: CaptureTab | undefined; readonly page: PageActions }) {
  const shown = useShownPage((state) => state.page);
  if (shown === 'compare') return <ComparePage />;
  if (shown === 'logs') return <LogsPage />;
  if (shown === 'knowledge') return <KnowledgePage />;
  if (shown === 'cases') return <CaseArea />;
  if (tab === undefined) return <StartScreen page={page} />;
  if (shown === 'sanitize' && tab.state === 'ready') return <SanitizePage key={tab.id} tab={tab} />;
  if (shown === 'escalate' && tab.state === 'ready') return <EscalatePage key={tab.id} tab={tab} />;
  return <CaptureScreen key={tab.id} tab={tab} />;
}
