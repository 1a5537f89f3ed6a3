/** Header fields and words by which security gateways and web filters show themselves, as their makers document them. */
export const vendors: readonly (readonly [RegExp, string])[] = [
  [/zscaler/i, 'Zscaler'],
  [/netskope/i, 'Netskope'],
  [/forcepoint|websense/i, 'Forcepoint'],
  [/blue ?coat|\bproxysg\b/i, 'Blue Coat'],
  [/fortigate|fortiguard|fortinet/i, 'Fortinet'],
  [/palo alto networks|\bpan-os\b/i, 'Palo Alto Networks'],
  [/mcafee web gateway|skyhigh secure web/i, 'Skyhigh'],
  [/cisco umbrella|ironport|opendns/i, 'Cisco'],
  [/sophos/i, 'Sophos'],
  [/barracuda web/i, 'Barracuda'],
  [/trend ?micro/i, 'Trend Micro'],
  [/check point|checkpoint usercheck/i, 'Check Point'],
];
