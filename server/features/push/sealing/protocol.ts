/** Where a message goes, as a browser or program gave it: an address, and keys in URL-safe base64. */
export type Target = { endpoint: string; p256dh: string; auth: string }

/** The community's key (RFC 8292), both halves in URL-safe base64, and where it can be asked who it is. */
export type SenderKey = { publicKey: string; privateKey: string; contact: string }

/** One message to be sealed for one receiver; `now` in ms. */
export type SealTask = { id: number; target: Target; key: SenderKey; standard: boolean; text: string; now: number }

/** The request that brings a sealed message to a push service. */
export type SealedRequest = { headers: Record<string, string>; body: Uint8Array }

/** What the thread answers. */
export type SealOutcome = { id: number; sealed?: SealedRequest; failed?: boolean }
