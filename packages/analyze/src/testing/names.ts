/** Invented places and ids that several captures share. */
export const api = 'https://api.example.test/v1';
export const portal = 'https://portal.example.test';
export const organisation = '0c1d2e3f-4a5b-4c6d-8e7f-901a2b3c4d5e';
export const session = '7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74';
export const trackingId = (request: number) => `PORTAL_${session}_${request}`;
export const page = {
  url: `${portal}/users`,
  type: 'document',
  mimeType: 'text/html',
  body: '<!doctype html>',
};
