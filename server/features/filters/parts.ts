import { patternOf, readable } from '../../../shared/filters.ts'
import type { Context } from '../../context.ts'
import { invalid, notFound } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentStatuses } from '../statuses/present.ts'
import { editFilter, findFilter, type KeywordForm } from './edit.ts'
import { presentFilteredStatus, presentKeyword } from './present.ts'
import {
  insertStatusIn,
  isStatusIn,
  type KeywordRow,
  keywordOf,
  keywordsOf,
  newestAtHome,
  removeStatusIn,
  statusesIn,
  statusIn,
} from './queries.ts'

/** A word of one's own filters. Throws 404. */
export function findKeyword(ctx: Context, { accountId: me }: Viewer, id: number): KeywordRow {
  const row = keywordOf(ctx.db, { id, me })
  if (!row) throw notFound()
  return row
}

/** The words of one's filter. Throws 404. */
export function readKeywords(ctx: Context, viewer: Viewer, id: number) {
  findFilter(ctx, viewer, id)
  return keywordsOf(ctx.db, { ids: JSON.stringify([id]) }).map(presentKeyword)
}

/** Adds a word to one's filter. Throws 404. */
export function addKeyword(ctx: Context, viewer: Viewer, id: number, { keyword, whole_word }: KeywordForm) {
  const { keywords } = editFilter(ctx, viewer, id, { keywords_attributes: [{ keyword, whole_word }] })
  return keywords.at(-1)
}

/** Changes a word of one's filters. Throws 404. */
export function editKeyword(ctx: Context, viewer: Viewer, id: number, form: KeywordForm) {
  const before = findKeyword(ctx, viewer, id)
  const word = { id, keyword: form.keyword ?? before.keyword, whole_word: form.whole_word ?? before.wholeWord === 1 }
  editFilter(ctx, viewer, before.filterId, { keywords_attributes: [word] })
  return presentKeyword(findKeyword(ctx, viewer, id))
}

/** Takes a word out of one's filters. Throws 404. */
export function removeWord(ctx: Context, viewer: Viewer, id: number): object {
  const { filterId } = findKeyword(ctx, viewer, id)
  editFilter(ctx, viewer, filterId, { keywords_attributes: [{ id, _destroy: true }] })
  return {}
}

/** The posts in one's filter. Throws 404. */
export function readFilteredStatuses(ctx: Context, viewer: Viewer, id: number) {
  findFilter(ctx, viewer, id)
  return statusesIn(ctx.db, { ids: JSON.stringify([id]) }).map(presentFilteredStatus)
}

/** Puts a post into one's filter. Throws 404 for a post that is not to be seen, 422 for one that is there already. */
export function filterStatus(ctx: Context, viewer: Viewer, filterId: number, statusId: number) {
  return ctx.transact(() => {
    findFilter(ctx, viewer, filterId)
    if (presentStatuses(ctx, viewer, [statusId]).length === 0) throw notFound()
    if (isStatusIn(ctx.db, { filterId, statusId })) throw invalid('Validation failed: Status has already been taken')
    if (statusesIn(ctx.db, { ids: JSON.stringify([filterId]) }).length >= limits.filterStatuses) {
      throw invalid(`A filter can hold ${limits.filterStatuses} posts at most.`)
    }
    const id = ctx.newId()
    insertStatusIn(ctx.db, { id, filterId, statusId })
    ctx.emit('filtersChanged', { accountId: viewer.accountId })
    return presentFilteredStatus({ id, filterId, statusId })
  })
}

/** One post in one's filters. Throws 404. */
export function findFilteredStatus(ctx: Context, { accountId: me }: Viewer, id: number) {
  const row = statusIn(ctx.db, { id, me })
  if (!row) throw notFound()
  return row
}

/** Takes a post out of one's filters. Throws 404. */
export function unfilterStatus(ctx: Context, viewer: Viewer, id: number): object {
  return ctx.transact(() => {
    const { filterId } = findFilteredStatus(ctx, viewer, id)
    removeStatusIn(ctx.db, { id, filterId })
    ctx.emit('filtersChanged', { accountId: viewer.accountId })
    return {}
  })
}

/** How many of the newest posts in one's home these words would have found. */
export function tryWords(ctx: Context, { accountId: me }: Viewer, words: readonly KeywordForm[]) {
  const patterns = words.flatMap(({ keyword, whole_word: whole }) =>
    keyword ? [patternOf({ keyword, wholeWord: whole ?? true })] : [],
  )
  const texts = newestAtHome(ctx.db, { me, most: limits.filterPreview }).map((row) =>
    readable(row.text, row.spoilerText),
  )
  return { checked: texts.length, found: texts.filter((text) => patterns.some((one) => one.test(text))).length }
}
