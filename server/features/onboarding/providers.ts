import type { CommunitySettings } from '../settings/queries.ts'

/** Whether a mail domain is one that a pattern names: `msn.com`, or `hotmail.*` for any ending. */
function isProvider(domain: string, pattern: string): boolean {
  const host = domain.toLowerCase()
  const wanted = pattern.toLowerCase()
  return wanted.endsWith('.*') ? host.startsWith(wanted.slice(0, -1)) : host === wanted
}

/** The notice that is about the provider of a mail address, if the community shows one. */
export const noticeFor = (settings: CommunitySettings, address: string) => {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return settings.notices.find(
    (notice) => notice.shown && notice.domains?.some((pattern) => isProvider(domain, pattern)),
  )
}
