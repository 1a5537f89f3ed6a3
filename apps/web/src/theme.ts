import { createTheme } from '@mantine/core';

/** A dense instrument: 13 px words, one monospaced face for values, hardly any rounding. */
export const theme = createTheme({
  fontFamily: 'system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "Liberation Mono", monospace',
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '15px', xl: '18px' },
  defaultRadius: 'sm',
  primaryColor: 'blue',
  // White on it has a contrast of 5:1; on the shade before it 4.2:1.
  primaryShade: 8,
  cursorType: 'pointer',
  components: {
    // Else what a dialog is called is quieter than its fields.
    Modal: { styles: { title: { fontWeight: 600 } } },
    // A bar that slides has the page laid out and painted in every frame, beside the threads that it tells of.
    Progress: { defaultProps: { transitionDuration: 0 } },
  },
});
