import { createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'
import { newKey } from '../../lib/key.ts'

/** Where what was typed is kept until the newcomer is done or closes the tab. */
const PLACE = 'join'

/** Where it is remembered, over tabs, that somebody of this browser has a registration to confirm. */
const BEGUN = 'joining'

/** What a newcomer has said so far. The password is never part of it. */
export interface JoinDraft {
  /** The rule set that was read; other rules begin again. */
  version: number
  acknowledged: string[]
  username: string
  email: string
  adult: boolean
  reason: string
  invite: string
  /** One form, sent once: a second press or a replay is recognised by it. */
  formId: string
}

const fresh = (): JoinDraft => ({
  version: 0,
  acknowledged: [],
  username: '',
  email: '',
  adult: false,
  reason: '',
  invite: '',
  formId: newKey(),
})

const [draft, setStore] = createStore<JoinDraft>(restored())

/** The draft, as last typed in this tab. */
export { draft }

/** Changes the draft and keeps it. */
export function setDraft(change: Partial<JoinDraft>): void {
  setStore(change)
  keep()
}

/** Marks one rule of a rule set as agreed, or not. Another version than before begins from none. */
export function acknowledge(version: number, ruleId: string, agreed: boolean): void {
  const others = draft.version === version ? draft.acknowledged.filter((id) => id !== ruleId) : []
  setDraft({ version, acknowledged: agreed ? [...others, ruleId] : others })
}

/** Whether a rule of this rule set is agreed. */
export function isAcknowledged(version: number, ruleId: string): boolean {
  return draft.version === version && draft.acknowledged.includes(ruleId)
}

/** Throws away what was typed, when the newcomer is done or begins from the start. */
export function forgetDraft(): void {
  setStore(fresh())
  sessionStorage.removeItem(PLACE)
}

const [begun, setBegunSignal] = createSignal(localStorage.getItem(BEGUN) !== null)

/** Whether this browser has sent the account step and not yet seen its end. */
export { begun }

/** Remembers, or forgets, that there is a registration to confirm. */
export function setBegun(now: boolean): void {
  setBegunSignal(now)
  if (now) localStorage.setItem(BEGUN, '1')
  else localStorage.removeItem(BEGUN)
}

function restored(): JoinDraft {
  const kept = sessionStorage.getItem(PLACE)
  if (kept === null) return fresh()
  try {
    return { ...fresh(), ...(JSON.parse(kept) as Partial<JoinDraft>) }
  } catch {
    return fresh()
  }
}

function keep(): void {
  sessionStorage.setItem(PLACE, JSON.stringify(draft))
}
