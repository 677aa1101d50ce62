import { createStore } from 'solid-js/store'
import type { ReportKind, ReportWish } from '../../../shared/api/moderation.ts'

/** What somebody has chosen and written so far. */
export interface ReportDraft {
  kind: ReportKind | 'disagreement' | undefined
  rules: string[]
  about_self: boolean
  status_ids: string[]
  evidence_ids: string[]
  comment: string
  wish: ReportWish
  block: boolean
  mute: boolean
  forward: boolean
  signature: string
  contact: string
  place: string
  good_faith: boolean
}

/** A report that is begun, about one post or about the person alone. */
export const reportDraft = (statusId: string | undefined) =>
  createStore<ReportDraft>({
    kind: undefined,
    rules: [],
    about_self: false,
    status_ids: statusId === undefined ? [] : [statusId],
    evidence_ids: [],
    comment: '',
    wish: 'unsure',
    block: false,
    mute: false,
    forward: false,
    signature: '',
    contact: '',
    place: '',
    good_faith: false,
  })

/** The list with a value in it, or without. */
export const toggled = (list: readonly string[], value: string, has: boolean): string[] =>
  has ? [...list.filter((one) => one !== value), value] : list.filter((one) => one !== value)
