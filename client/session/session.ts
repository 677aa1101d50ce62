import { createSignal } from 'solid-js'
import type { HouseArea } from '../../shared/api/house.ts'
import type { OwnRules } from '../../shared/api/rules.ts'
import type { WarningChoices } from '../../shared/api/warnings.ts'
import type { CredentialAccount } from '../../shared/api/wire.ts'
import { type WarningLabel, warningWords } from '../../shared/locales/en/warning-label.ts'
import { keepReading, onReadAgain, onRefused, read, send } from '../api/http.ts'

/** Who is looking, and what they may do here. */
export interface Session {
  account: CredentialAccount | null
  /** `waiting`: confirmed, but the collective has not answered the application yet. */
  state: 'visitor' | 'waiting' | 'member'
  roles: string[]
  /** The pages of the house that one may open. */
  house: HouseArea[]
  may: {
    settings: boolean
    people: boolean
    topics: boolean
    trends?: boolean
    publish_rules: boolean
    reports: boolean
  }
  /** How many newcomers wait for those who let people in; null for everybody else. */
  waiting: { applications: number; by_hand: number } | null
  /** Whether the rules were accepted in time: then one may post, follow and invite. */
  accepted_rules: boolean
  /** How one stands to the rules, and what is announced; null for a visitor. */
  rules: OwnRules | null
  /** How a member meets content warnings. */
  warnings: WarningChoices | null
  /** Whether pictures and emoji that move do so by themselves. */
  autoplay_gifs: boolean
  /** Whether moderators ever had to add a warning to a post of theirs. */
  warned_before: boolean
  /** Whether a reply would be the first to somebody here. */
  first_reply: boolean
  /** Whether the first steps after joining are still to be taken, or left. */
  first_steps: boolean
  /** What everybody is told while switches for bad hours are on. */
  alerts: { text: string; until: string }[]
  community: { name: string; warning_label: WarningLabel }
  setup_needed: boolean
  /** Whether logging in just now took back that they wanted to leave. */
  came_back?: boolean | undefined
}

const [session, setSession] = createSignal<Session>()
const [ended, setEnded] = createSignal(false)

/** The session as last told by the server; `undefined` until the first answer. */
/** True after the server ended a session that this page still believed in, until the next log-in. */
export { ended as sessionEnded, session, setSession }

/** The community's name as the server says it; empty until the first answer. */
export const communityName = (): string => session()?.community.name ?? ''

/** What the line above a post is called here. */
export const warningWord = (): string => warningWords[session()?.community.warning_label ?? 'cw']

/** Whether a full member is looking. */
export const isMember = (): boolean => session()?.state === 'member'

/** Asks who we are. Waits for a lost server. */
export async function loadSession(): Promise<void> {
  const known = session()
  const now = await read<Session>('/auth/session')
  if (known && known.state !== 'visitor' && now.state === 'visitor') setEnded(true)
  keepReading(now.state === 'member' ? now.account?.id : undefined)
  setSession(now)
}

/** Logs in by name or mail address. Throws `HttpError` 401 (with `second_step` where the password is not enough) or 403. */
export const logIn = (login: string, password: string): Promise<Session> =>
  enterBy('/auth/session', { login, password })

/** Logs in at one of the doors for it. Throws `HttpError`. */
export async function enterBy(door: string, body: object): Promise<Session> {
  const now = await send<Session>('POST', door, body)
  setEnded(false)
  keepReading(now.state === 'member' ? now.account?.id : undefined)
  setSession(now)
  return now
}

/** Ends the session here and on the server. */
export async function logOut(): Promise<void> {
  await send('DELETE', '/auth/session')
  await loadSession()
  setEnded(false)
}

/** What holds while the server cannot say who we are: nobody in particular. */
const NOBODY: Session = {
  account: null,
  state: 'visitor',
  roles: [],
  house: [],
  alerts: [],
  may: { settings: false, people: false, topics: false, publish_rules: false, reports: false },
  waiting: null,
  accepted_rules: false,
  rules: null,
  warnings: null,
  autoplay_gifs: false,
  warned_before: false,
  first_reply: false,
  first_steps: false,
  community: { name: '', warning_label: 'cw' },
  setup_needed: false,
}

/** Asks for the first time. A lost server is waited for; a server that fails leaves a visitor's page. */
export async function startSession(): Promise<void> {
  watchSession()
  await loadSession().catch(() => setSession(NOBODY))
}

/** Asks again who we are whenever a request is refused as unknown; at most one question at a time. */
function watchSession(): void {
  onReadAgain(() => loadSession().catch(() => undefined))
  let asking = false
  onRefused(() => {
    if (asking || session()?.state === 'visitor') return
    asking = true
    loadSession().finally(() => {
      asking = false
    })
  })
}
