/**
 * What an administrator has decided for the lab's browser, by the policy's name. A browser has one set of policies, so
 * scenarios tell them apart by hosts. Source: Chromium, components/policy/resources/templates.
 */
export const policies = {
  /**
   * The lab's windows are private ones, which keep no third party's cookie. These hosts' cookies are judged by their
   * attributes alone, as in an ordinary window.
   */
  CookiesAllowedForUrls: ['[*.]example.com'],
} as const;
