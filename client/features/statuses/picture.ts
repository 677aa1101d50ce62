/** The picture that the server gives for somebody without one. */
const MISSING = /\/avatar-missing\.png$/

/** The picture somebody chose. Without one, their letters stand for them here, not the server's stand-in. */
export function pictureOf(person: { avatar: string }): string | undefined {
  return person.avatar === '' || MISSING.test(person.avatar) ? undefined : person.avatar
}

/** The banner somebody chose. */
export function bannerOf({ header }: { header: string }): string | undefined {
  return header === '' || header.endsWith('/header-missing.png') ? undefined : header
}
