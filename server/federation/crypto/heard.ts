/** A request as far as signatures speak of it: `target` is its path with the query, `origin` our own address. */
export type Heard = {
  method: string
  target: string
  host: string
  origin: string
  /** Names and values in turn, as they came. */
  rawHeaders: readonly string[]
}

/** What somebody claims to have signed: nothing of it is true until {@link isSignedBy} says so. */
export type Claim = { keyId: string; text: string; signature: string; at: number; digest: string | undefined }

/** The values under one name; what is covered may stand there once. */
export function headersNamed({ rawHeaders }: Pick<Heard, 'rawHeaders'>, name: string): string[] {
  const found: string[] = []
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.toLowerCase() === name) found.push((rawHeaders[at + 1] ?? '').trim())
  }
  return found
}

/** The one value under a name, or undefined where there is none or several. */
export function headerNamed(heard: Pick<Heard, 'rawHeaders'>, name: string): string | undefined {
  const found = headersNamed(heard, name)
  return found.length === 1 ? found[0] : undefined
}
