import { createEffect, createSignal, on } from 'solid-js'
import { createStore, reconcile, unwrap } from 'solid-js/store'
import type { Status } from '../../../shared/api/wire.ts'
import { sharedLimits } from '../../../shared/limits.ts'
import { countStatus } from '../../../shared/text/length.ts'
import { Unreachable } from '../../api/http.ts'
import { keepStatuses } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { composer } from '../../locales/en/composer.ts'
import { pictures as words } from '../../locales/en/pictures.ts'
import { polls } from '../../locales/en/polls.ts'
import { placeNew } from '../statuses/place-new.ts'
import { warningTopics } from '../warnings/topics.ts'
import { attemptFor, type Draft, type DraftContext, isWorthKeeping } from './draft.ts'
import { draftAtHand, dropDraft, dropOldDrafts, saveDraft, savedDraft } from './drafts.ts'
import { type Drawing, drawing } from './drawing.ts'
import { newKey } from './key.ts'
import { isComplete } from './poll-draft.ts'
import { editStatus, postStatus } from './post-status.ts'
import { type Bounds, narrower } from './visibility.ts'

const t = texts(composer)
const s = texts(words)
const p = texts(polls)

interface WritingOptions {
  accountId: string
  context: DraftContext
  /** What the box holds before anybody wrote in it. */
  start: Draft
  bounds: Bounds
  inReplyTo?: string
  /** One's own post that is edited. */
  editing?: string
  /** A post that the new one quotes. */
  quoting?: string
  onPosted: (status: Status) => void
}

/** What a box to write in knows and can do. */
export type Writing = ReturnType<typeof writing>

/**
 * One box to write in: its draft, saved as it is typed and found again after a crash; its length; and sending it,
 * once, however often that is tried.
 */
export function writing(options: WritingOptions) {
  const { start, bounds } = options
  // what an older version of this kept has no pictures
  const within = (draft: Draft): Draft => ({
    ...draft,
    pictures: draft.pictures ?? [],
    sensitive: draft.sensitive ?? false,
    visibility: narrower(draft.visibility, bounds.widest),
    localOnly: draft.localOnly || bounds.localOnly,
  })
  const [draft, setDraft] = createStore<Draft>(within(draftAtHand(options.accountId, options.context) ?? start))
  const change = (part: Partial<Draft>) => setDraft(part)
  const replace = (whole: Draft) => setDraft(reconcile({ attempt: undefined, poll: undefined, ...within(whole) }))
  const pictures = drawing({ draft, change })
  const restore = (whole: Draft) => {
    replace(whole)
    pictures.resume()
  }
  autosave(options, () => ({ ...draft }), restore)
  pictures.resume()
  const left = () => sharedLimits.statusCharacters - countStatus(draft.text, draft.warned ? draft.warning.trim() : '')

  return {
    draft,
    change,
    left,
    bounds,
    pictures,
    /** Why it cannot be posted as it stands; nothing when it can. */
    why: (): string | undefined => {
      if (left() < 0) return t('tooLong', -left())
      if (isBlank(draft)) return t('nothing')
      return draft.poll && !isComplete(draft.poll) ? p('needs') : pictures.why()
    },
    ...sending(options, { draft, change, replace, pictures }),
  }
}

/** Pictures and a warning say something without a text, as on Mastodon. */
function isBlank(draft: Draft): boolean {
  if (draft.pictures.length > 0) return false
  return draft.text.trim() === '' && !(draft.warned && draft.warning.trim() !== '')
}

/** Keeps the draft on this device with every change, and brings back what was kept before. */
function autosave({ accountId, context, start }: WritingOptions, whole: () => Draft, replace: (draft: Draft) => void) {
  let touched = draftAtHand(accountId, context) !== undefined

  const save = (draft: Draft) => {
    if (isWorthKeeping(draft, start)) saveDraft(accountId, context, unwrap(draft))
    else dropDraft(accountId, context)
  }
  if (!touched) {
    savedDraft(accountId, context).then((saved) => {
      if (saved && !touched) replace(saved)
      dropOldDrafts(Date.now())
    })
  }
  createEffect(
    on(
      whole,
      (draft) => {
        touched = true
        save(draft)
      },
      { defer: true },
    ),
  )
}

interface Box {
  draft: Draft
  change: (part: Partial<Draft>) => void
  replace: (draft: Draft) => void
  pictures: Drawing
}

function sending(options: WritingOptions, { draft, change, replace, pictures }: Box) {
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<string>()

  const send = async (): Promise<boolean> => {
    if (busy()) return false
    const attempt = attemptFor(draft, newKey)
    change({ attempt })
    setBusy(true)
    setFailure(undefined)
    try {
      const status = await put(options, unwrap(draft), attempt.key)
      pictures.forget()
      replace(options.start)
      if (options.editing) keepStatuses([status])
      else placeNew(status)
      options.onPosted(status)
      return true
    } catch (error) {
      setFailure(pictures.refused(error) ? s('sentAnew') : failureText(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, failure, send }
}

function put({ editing, inReplyTo, quoting }: WritingOptions, draft: Draft, key: string): Promise<Status> {
  const topics = warningTopics()
  return editing ? editStatus(draft, editing, topics) : postStatus(draft, { key, inReplyTo, quoting, topics })
}

function failureText(error: unknown): string {
  if (!(error instanceof Unreachable)) return reasonOf(error)
  return navigator.onLine ? t('noAnswer') : t('offline')
}
