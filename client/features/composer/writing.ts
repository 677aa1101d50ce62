import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import { createStore, reconcile, unwrap } from 'solid-js/store'
import type { ScheduledStatus, Status } from '../../../shared/api/wire.ts'
import { sharedLimits } from '../../../shared/limits.ts'
import { polls } from '../../../shared/locales/en/polls.ts'
import { countStatus } from '../../../shared/text/length.ts'
import { Unreachable } from '../../api/http.ts'
import { reachable, serverReturned } from '../../api/reach.ts'
import { keepStatuses } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { newKey } from '../../lib/key.ts'
import { reasonOf } from '../../lib/reason.ts'
import { composer } from '../../locales/en/composer.ts'
import { pictures as words } from '../../locales/en/pictures.ts'
import { placeNew } from '../statuses/place-new.ts'
import { warningTopics } from '../warnings/topics.ts'
import { attemptFor, type Draft, type DraftContext, isWaiting, isWorthKeeping } from './draft.ts'
import { draftAtHand, dropDraft, dropOldDrafts, saveDraft, savedDraft, stand } from './drafts.ts'
import { type Drawing, drawing } from './drawing.ts'
import { isComplete } from './poll-draft.ts'
import { editStatus, isForLater, postStatus, type Sent } from './post-status.ts'
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
  /** Why this box does not take what stands in it. */
  refuses?: ((text: string) => string | undefined) | undefined
  onPosted: (status: Status) => void
  /** It waits for its time. */
  onKept?: (kept: ScheduledStatus) => void
}

/** What a draft may lack: a new one takes it away from the one before. */
const ABSENT = { attempt: undefined, later: undefined, poll: undefined, quotePolicy: undefined, waits: undefined }

/** What a box to write in knows and can do. */
export type Writing = ReturnType<typeof writing>

/**
 * One box to write in: its draft, saved as it is typed and found again after a crash; its length; and sending it,
 * once, however often that is tried.
 */
export function writing(options: WritingOptions) {
  const { start, bounds } = options
  // what an older version of this kept has no pictures; a list of its own, since one that is brought back is written over
  const within = (draft: Draft): Draft => ({
    ...draft,
    pictures: [...(draft.pictures ?? [])],
    sensitive: draft.sensitive ?? false,
    visibility: narrower(draft.visibility, bounds.widest),
    localOnly: draft.localOnly || bounds.localOnly,
  })
  const [draft, setDraft] = createStore<Draft>(within(draftAtHand(options.accountId, options.context) ?? start))
  const change = (part: Partial<Draft>) => setDraft(part)
  const replace = (whole: Draft) => setDraft(reconcile({ ...ABSENT, ...within(whole) }))
  const pictures = drawing({ draft, change })
  const sender = sending(options, { draft, change, replace, pictures })
  const restore = (whole: Draft) => {
    replace(whole)
    pictures.resume()
    sender.resume()
  }
  onCleanup(stand(options.accountId, options.context))
  autosave(options, () => ({ ...draft }), restore)
  pictures.resume()
  sender.resume()
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
      if (draft.later !== undefined && isTooSoon(draft.later)) return t('laterWrong')
      const refused = options.refuses?.(draft.text)
      if (refused) return refused
      return draft.poll && !isComplete(draft.poll) ? p('needs') : pictures.why()
    },
    ...sender,
  }
}

/** Whether a time is none, or sooner than the server takes. */
const isTooSoon = (later: string): boolean => !(Date.parse(later) >= Date.now() + sharedLimits.scheduledSoonest)

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
  const left = new AbortController()
  onCleanup(() => left.abort())

  const posted = (status: Sent) => {
    pictures.forget()
    replace(options.start)
    settle(options, status)
  }
  const failed = (error: unknown) => {
    const waits = error instanceof Unreachable
    change({ waits: waits ? Date.now() : undefined })
    if (waits) wait()
    else setFailure(pictures.refused(error) ? s('sentAnew') : reasonOf(error))
  }
  const send = async (): Promise<boolean> => {
    if (busy()) return false
    const attempt = attemptFor(draft, newKey)
    change({ attempt })
    setBusy(true)
    setFailure(undefined)
    try {
      posted(await put(options, unwrap(draft), attempt.key))
      return true
    } catch (error) {
      failed(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  const goOn = () => {
    if (isWaiting(draft)) send()
  }
  const wait = () => {
    serverReturned(left.signal).then(goOn, () => undefined)
  }
  return {
    busy,
    failure,
    send,
    /** Whether it is posted by itself once the server answers; whoever changes it presses again. */
    waiting: () => !busy() && isWaiting(draft),
    /** What waited when its box was left goes on waiting, or goes. */
    resume: () => {
      if (!isWaiting(draft)) return
      if (reachable()) goOn()
      else wait()
    },
  }
}

/** Shows what came of sending where it belongs. */
function settle({ editing, onPosted, onKept }: WritingOptions, sent: Sent): void {
  if (isForLater(sent)) {
    onKept?.(sent)
    return
  }
  if (editing) keepStatuses([sent])
  else placeNew(sent)
  onPosted(sent)
}

function put({ editing, inReplyTo, quoting }: WritingOptions, draft: Draft, key: string): Promise<Sent> {
  const topics = warningTopics()
  return editing ? editStatus(draft, editing, topics) : postStatus(draft, { key, inReplyTo, quoting, topics })
}
