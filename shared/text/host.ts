/** The host of an address as people know it, without `www.`; the address itself where it has none. */
export const hostOf = (address: string): string => URL.parse(address)?.host.replace(/^www\./, '') || address
