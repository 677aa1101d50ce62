import type { FilterContext } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { deleteFilter, editFilter, findFilter, makeFilter, readFilters } from './edit.ts'
import { findKeyword, removeWord } from './parts.ts'
import { presentFilter } from './present.ts'
import { type KeywordRow, keywordsOf } from './queries.ts'

/** A filter as the first version of the API has it: one word, whose id stands for it. */
export type FilterV1Form = {
  phrase: string
  context: FilterContext[]
  irreversible?: boolean
  whole_word?: boolean
  expires_in?: number | undefined
}

function present(ctx: Context, viewer: Viewer, { id, filterId, keyword, wholeWord }: KeywordRow) {
  const { context, expires_at, filter_action } = presentFilter(findFilter(ctx, viewer, filterId))
  return {
    id: String(id),
    phrase: keyword,
    context,
    whole_word: wholeWord === 1,
    expires_at,
    irreversible: filter_action === 'hide',
  }
}

/** Each word of one's filters as a filter of its own. */
export const readFiltersV1 = (ctx: Context, viewer: Viewer) =>
  readFilters(ctx, viewer).flatMap(({ keywords, context, expires_at, filter_action }) =>
    keywords.map(({ id, keyword, whole_word }) => ({
      id,
      phrase: keyword,
      context,
      whole_word,
      expires_at,
      irreversible: filter_action === 'hide',
    })),
  )

/** One word of one's filters. Throws 404. */
export const readFilterV1 = (ctx: Context, viewer: Viewer, id: number) =>
  present(ctx, viewer, findKeyword(ctx, viewer, id))

const wholeOf = ({ phrase, context, irreversible, whole_word, ...rest }: FilterV1Form) => ({
  ...rest,
  title: phrase,
  context,
  filter_action: irreversible ? ('hide' as const) : ('warn' as const),
  keywords_attributes: [{ keyword: phrase, whole_word: whole_word ?? true }],
})

/** Makes a filter of one word. */
export function makeFilterV1(ctx: Context, viewer: Viewer, form: FilterV1Form) {
  const [word] = makeFilter(ctx, viewer, wholeOf(form)).keywords
  if (!word) throw notFound()
  return readFilterV1(ctx, viewer, Number(word.id))
}

/** Changes a word and the filter in which it is. Throws 404. */
export function editFilterV1(ctx: Context, viewer: Viewer, id: number, form: FilterV1Form) {
  const { filterId } = findKeyword(ctx, viewer, id)
  const { title: _title, keywords_attributes: words, ...rest } = wholeOf(form)
  editFilter(ctx, viewer, filterId, { ...rest, keywords_attributes: words.map((word) => ({ ...word, id })) })
  return readFilterV1(ctx, viewer, id)
}

/** Takes a word away, and its filter with the last one. Throws 404. */
export function deleteFilterV1(ctx: Context, viewer: Viewer, id: number): object {
  const { filterId } = findKeyword(ctx, viewer, id)
  if (keywordsOf(ctx.db, { ids: JSON.stringify([filterId]) }).length === 1) return deleteFilter(ctx, viewer, filterId)
  return removeWord(ctx, viewer, id)
}
