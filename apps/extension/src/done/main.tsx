import '@mantine/core/styles.css';
import { theme } from '@harrier/web/recording-page';
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { DonePage } from './done-page.tsx';

// A recording is given away once, so effects must not run twice: no strict mode here.
createRoot(document.getElementById('root') as HTMLElement).render(
  <MantineProvider theme={theme} defaultColorScheme="auto">
    <DonePage id={location.hash.slice(1)} />
  </MantineProvider>,
);
