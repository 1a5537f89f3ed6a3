/** Whether a server with cases stands behind this page; it says so in the page that it sends. */
export const hasCases: boolean =
  document.querySelector('meta[name="harrier-server"]')?.getAttribute('content') === 'cases';
