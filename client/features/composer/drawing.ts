import { onCleanup } from 'solid-js'
import { createStore } from 'solid-js/store'
import { sharedLimits } from '../../../shared/limits.ts'
import { HttpError } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { newKey } from '../../lib/key.ts'
import { pictures as words } from '../../locales/en/pictures.ts'
import { announce } from '../../ui/live.tsx'
import { toast } from '../../ui/toast.tsx'
import type { Draft, DraftPicture } from './draft.ts'
import { dropFile, keepFile } from './drafts.ts'
import { choose } from './picking.ts'
import { type Sending, sendPicture } from './send-picture.ts'

const t = texts(words)

/** How long the server keeps a picture that is in no post is a day; one that is nearly as old is sent anew. */
const GOOD_FOR = 20 * 60 * 60 * 1000

interface Box {
  draft: Draft
  change: (part: Partial<Draft>) => void
}

/** What a box does with pictures. */
export type Drawing = ReturnType<typeof drawing>

const isThere = ({ id, sentAt = 0, url }: DraftPicture) =>
  id !== undefined && (url !== undefined || sentAt > Date.now() - GOOD_FOR)

/**
 * The pictures of a draft: kept on this device as they are added, sent one after the other, sent again when the server
 * was gone, and whatever is written about them stays with the draft.
 */
export function drawing({ draft, change }: Box) {
  const list = listing({ draft, change })
  const { stateOf, begin } = sending(list)
  const resume = () => {
    for (const one of draft.pictures) if (!isThere(one) && !stateOf(one.key)) begin(one.key)
  }
  return {
    stateOf,
    resume,
    retry: begin,
    patch: list.patch,
    move: list.move,
    remove: (key: string) => list.drop([key]),
    /** Adds files, from wherever they come; says what could not be taken. */
    attach: (files: readonly File[]): void => {
      const { taken, wrong } = choose(files, sharedLimits.mediaPerPost - draft.pictures.length)
      for (const key of list.add(taken)) begin(key)
      if (wrong) toast(wrong)
      else if (taken.length > 0) announce(t('added', taken.length))
    },
    /** Why it cannot be posted as they stand. */
    why: (): string | undefined => {
      if (draft.pictures.some(({ key }) => stateOf(key)?.problem)) return t('stuck')
      if (draft.pictures.some(({ description }) => description.length > sharedLimits.mediaDescription))
        return t('descriptionTooLong')
      return draft.pictures.every(isThere) ? undefined : t('onTheWay')
    },
    /** The draft is posted: its files are not needed any more. */
    forget: () => list.drop(draft.pictures.map(({ key }) => key)),
    /** The server did not post the draft: where that was for its pictures, they are sent anew. True where it was. */
    refused: (error: unknown): boolean => {
      if (!(error instanceof HttpError) || !error.details.media_ids) return false
      change({ pictures: draft.pictures.map((one) => ({ ...one, id: undefined, sentAt: undefined })) })
      resume()
      return true
    },
  }
}

/** The list itself: what is in it, in which order, with which words. */
function listing({ draft, change }: Box) {
  const find = (key: string) => draft.pictures.find((one) => one.key === key)
  return {
    find,
    patch: (key: string, part: Partial<DraftPicture>) =>
      change({ pictures: draft.pictures.map((one) => (one.key === key ? { ...one, ...part } : one)) }),
    add: (files: readonly File[]): string[] => {
      const added = files.map((file) => ({ key: newKey(), file }))
      for (const { key, file } of added) keepFile(key, file)
      const fresh = added.map(({ key }) => ({ key, description: '', focus: { x: 0, y: 0 } }))
      change({ pictures: [...draft.pictures, ...fresh] })
      return fresh.map(({ key }) => key)
    },
    drop: (keys: readonly string[]): void => {
      for (const key of keys) dropFile(key)
      change({ pictures: draft.pictures.filter((one) => !keys.includes(one.key)) })
    },
    move: (key: string, by: 1 | -1): void => {
      const at = draft.pictures.findIndex((one) => one.key === key)
      const others = draft.pictures.filter((one) => one.key !== key)
      const one = find(key)
      if (one) change({ pictures: others.toSpliced(at + by, 0, one) })
    },
  }
}

/** Sends pictures one after the other, and knows how far each is. */
function sending({ find, patch, drop }: ReturnType<typeof listing>) {
  const [states, setStates] = createStore<Record<string, Sending | undefined>>({})
  const left = new AbortController()
  onCleanup(() => left.abort())
  let line = Promise.resolve()
  const isOver = (key: string) => left.signal.aborted || !find(key)

  const send = async (key: string) => {
    if (isOver(key)) return
    const outcome = await sendPicture(key, { onState: (state) => setStates(key, state), signal: left.signal })
    if (isOver(key)) return
    if (outcome === 'lost') {
      announce(t('lost'), 'urgent')
      return drop([key])
    }
    setStates(key, outcome.problem === undefined ? undefined : { part: 0, problem: outcome.problem })
    if (outcome.id) patch(key, { id: outcome.id, sentAt: Date.now() })
  }
  return {
    stateOf: (key: string): Sending | undefined => states[key],
    begin: (key: string): void => {
      setStates(key, { part: 0 })
      line = line.then(() => send(key))
    },
  }
}
