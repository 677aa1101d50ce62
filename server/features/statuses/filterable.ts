import type { FilterResult, Poll } from '../../../shared/api/wire.ts'
import type { createFinder } from '../filters/present.ts'
import type { Part } from './hydrate.ts'

/** What the reader's filters say of a post: of its words and warning, its pictures' descriptions and its poll. */
export const filteredBy = (
  find: ReturnType<typeof createFinder>,
  { row, media }: Part,
  poll: Poll | undefined,
): FilterResult[] =>
  find?.({
    id: row.id,
    accountId: row.accountId,
    texts: [
      row.text,
      row.spoilerText,
      ...media.map(({ description }) => description),
      ...(poll?.options.map(({ title }) => title) ?? []),
    ],
  }) ?? []
