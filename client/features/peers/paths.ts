/** Where the API has other servers. */
export const PEERS = '/api/community/v1/peers'
/** Where it has what is decided about them. */
export const SERVERS = '/api/community/v1/admin/servers'

/** A server's page in our client. */
export const peerPage = (domain: string): string => `/peers/${encodeURIComponent(domain)}`
