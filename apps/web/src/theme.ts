import { createTheme } from '@mantine/core';

/** A dense instrument: 13 px words, one monospaced face for values, hardly any rounding. */
export const theme = createTheme({
  fontFamily: 'system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "Liberation Mono", monospace',
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '15px', xl: '18px' },
  defaultRadius: 'sm',
  primaryColor: 'blue',
  cursorType: 'pointer',
});
