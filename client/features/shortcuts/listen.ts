import { useNavigate } from '@solidjs/router'
import { createSignal, onCleanup } from 'solid-js'
import { statusOf } from '../../api/store.ts'
import { useBack } from '../../lib/back.ts'
import { session } from '../../session/session.ts'
import { authorOfCurrent, idOfCurrent, press, step } from './posts.ts'
import { on } from './switch.ts'
import { type Deed, deedOf } from './table.ts'

/** How long the second key of two may take, in milliseconds. */
const SEQUENCE = 1500

/** Where each way leads. */
const leadsTo: Partial<Record<Deed, () => string>> = {
  home: () => '/home',
  local: () => '/local',
  inbox: () => '/inbox',
  conversations: () => '/conversations',
  favourites: () => '/favourites',
  bookmarks: () => '/bookmarks',
  lists: () => '/lists',
  profile: () => `/@${session()?.account?.username ?? ''}`,
  requests: () => '/requests',
  pauses: () => '/pauses',
  settings: () => '/settings/profile',
}

const [listed, setListed] = createSignal(false)

/** Whether the list of shortcuts is open. */
export { listed, setListed }

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio])'))

/** Enter and the arrows belong to what has the focus, where that is something to press. */
const isTaken = (target: EventTarget | null, key: string) =>
  target instanceof HTMLElement &&
  (key === 'Enter' || key === 'Backspace' || key.startsWith('Arrow')) &&
  target !== document.body &&
  !target.hasAttribute('data-post')

/** How a press is written in the table; undefined for what is none of ours. */
function nameOf(event: KeyboardEvent): string | undefined {
  if (event.ctrlKey || event.metaKey || event.isComposing || event.repeat) return undefined
  // Alt makes other signs of letters on some keyboards; the key itself is meant
  if (event.altKey) return /^Key[A-Z]$/.test(event.code) ? `Alt+${event.code.slice(3).toLowerCase()}` : undefined
  return event.key.length === 1 ? event.key.toLowerCase() : event.key
}

type Ways = { navigate: (to: string) => void; back: () => void }

const find = (selector: string) => document.querySelector<HTMLElement>(`main ${selector}`)

function click(selector: string): boolean {
  const target = find(selector)
  target?.click()
  return target !== null
}

function mention({ navigate }: Ways): boolean {
  const name = authorOfCurrent()
  if (name) navigate(`/share?text=${encodeURIComponent(name)}`)
  return name !== undefined
}

/** Quotes the post that is being read, where its author lets one. */
function quote({ navigate }: Ways): boolean {
  const id = idOfCurrent()
  const may = id !== undefined && statusOf(id)?.quote_approval?.current_user === 'automatic'
  if (may) navigate(`/write?quote=${id}`)
  return may
}

/** Into a field that stands here, or to the page that has one. */
function into(selector: string, page: string, { navigate }: Ways): boolean {
  const field = find(selector)
  if (field) field.focus()
  else navigate(page)
  return true
}

const done = (act: () => void): true => {
  act()
  return true
}

/** What the deeds do that are no press of a button in a post and no way to a page; true when something was done. */
const deeds: Partial<Record<Deed, (ways: Ways) => boolean>> = {
  next: () => step(1),
  previous: () => step(-1),
  mention,
  quote,
  write: (ways) => into('textarea', '/write', ways),
  writeNew: ({ navigate }) => done(() => navigate('/write')),
  warn: () => click('[data-cw]'),
  leave: () => done(() => document.activeElement instanceof HTMLElement && document.activeElement.blur()),
  search: (ways) => into('input[type=search]', '/search', ways),
  newer: () => click('[data-newer]') || done(() => scrollTo({ top: 0 })),
  top: () => done(() => scrollTo({ top: 0 })),
  list: () => setListed(true),
  back: ({ back }) => done(back),
}

function run(deed: Deed, ways: Ways): boolean {
  const leads = leadsTo[deed]
  if (leads) ways.navigate(leads())
  return leads !== undefined || (deeds[deed]?.(ways) ?? press(deed))
}

/** Listens for shortcuts as long as the shell stands; call it in a component. */
export function useShortcuts(): void {
  const navigate = useNavigate()
  const ways: Ways = { navigate: (to) => navigate(to), back: useBack() }
  let began: { key: string; at: number } | undefined

  const onKey = (event: KeyboardEvent) => {
    if (!on() || event.defaultPrevented || document.querySelector('dialog[open], [popover]:popover-open')) return
    const key = nameOf(event)
    if (key === undefined || isTaken(event.target, key)) return
    if (isWriting(event.target) && key !== 'Alt+x' && !(key === 'Escape' && isEmpty(event.target))) return
    const before = began && event.timeStamp - began.at < SEQUENCE ? began.key : undefined
    began = undefined
    const deed = deedOf(key, before)
    if (deed === 'begins') began = { key, at: event.timeStamp }
    else if (deed && run(deed, ways)) event.preventDefault()
  }
  document.addEventListener('keydown', onKey)
  onCleanup(() => document.removeEventListener('keydown', onKey))
}

/** Escape leaves a box only where that loses nothing of what an open list or a warning does with it. */
const isEmpty = (target: EventTarget | null) => target instanceof HTMLTextAreaElement && target.value === ''
