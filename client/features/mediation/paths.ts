/** Where the server keeps everything about mediation. */
export const MEDIATIONS = '/api/community/v1/mediations'

/** The page of a case. */
export const caseHref = (id: string): string => `/mediation/${id}`

/** The page of an invitation. */
export const invitationHref = (id: string): string => `/mediation/invitations/${id}`

/** Where one begins to ask for a mediator, about a post or about a person. */
export const askHref = (about: { status: string } | { account: string }): string =>
  `/mediation/new?${new URLSearchParams(about)}`
