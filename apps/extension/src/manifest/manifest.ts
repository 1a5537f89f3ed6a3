/** The browsers that the extension is built for. Edge takes Chrome's. */
export type BuiltFor = 'chrome' | 'firefox';

const icons = { 16: 'icon-16.png', 32: 'icon-32.png', 48: 'icon-48.png', 128: 'icon-128.png' };

/** No script from anywhere else, and nothing in a page may ask for anything but through a permission that was given. */
const policy = "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'none'";

/**
 * Manifest V3. Chrome does not let `debugger` be asked for at use, and it is all that Chrome is asked for; Firefox is asked for sites
 * when recording begins. Where a clean capture may be sent is asked for when it is sent.
 */
export function manifest(browser: BuiltFor, version: string): object {
  const common = {
    manifest_version: 3,
    name: 'Harrier',
    version,
    description: '__MSG_description__',
    default_locale: 'en',
    icons,
    action: { default_popup: 'popup.html', default_icon: icons, default_title: 'Harrier' },
    content_security_policy: { extension_pages: policy },
  };
  if (browser === 'chrome')
    return {
      ...common,
      // Flattened sessions behind `chrome.debugger`, by which frames and workers are recorded.
      minimum_chrome_version: '125',
      background: { service_worker: 'background.js', type: 'module' },
      permissions: ['debugger'],
      optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    };
  return {
    ...common,
    browser_specific_settings: {
      gecko: { id: 'recorder@harrier.example', strict_min_version: '128.0' },
    },
    background: { scripts: ['background.js'], type: 'module' },
    permissions: ['activeTab', 'webRequest', 'webRequestBlocking', 'webRequestFilterResponse'],
    optional_host_permissions: ['<all_urls>'],
  };
}
