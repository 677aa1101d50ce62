import * as z from 'zod'
import packageFile from '../../../package.json' with { type: 'json' }
import type { CommunitySettings } from '../settings/queries.ts'

const place = z.union([z.string(), z.object({ url: z.string() }).transform(({ url }) => url)]).optional()
const checkout = z.object({ repository: place, homepage: place }).catch({})

/** Where people get the source of what runs here: as the collective says, else as its checkout does. */
export const sourceOf = (settings: CommunitySettings): string | null =>
  settings.sourceUrl ?? sourceNamedIn(packageFile) ?? null

/** The page of the repository that a package file names, or its home page; undefined where no browser can open either. */
export function sourceNamedIn(file: unknown): string | undefined {
  const { repository, homepage } = checkout.parse(file)
  const page = repository?.replace(/^git\+/, '').replace(/\.git$/, '')
  return [page, homepage].find((address) => address !== undefined && /^https:\/\/[^\s@]+$/.test(address))
}
