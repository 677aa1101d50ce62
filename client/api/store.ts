import { createStore, reconcile } from 'solid-js/store'
import type { GroupedNotifications, Notification } from '../../shared/api/notifications.ts'
import type {
  Account,
  CredentialAccount,
  Poll,
  Quote,
  QuoteState,
  Relationship,
  Status,
} from '../../shared/api/wire.ts'

/** A post as the store keeps it: its author, and what it boosts, stand beside it, once for all posts. */
export interface StatusEntity extends Omit<Status, 'account' | 'reblog' | 'quote'> {
  /** What it quotes; the quoted post stands beside it where the reader may see it. */
  quote: { state: QuoteState; quoted_id: string | null } | null
  account_id: string
  /** The post that a boost boosts. */
  reblog_id: string | undefined
}

/** An entry of the inbox as the store keeps it: the people, who did the same, and the post stand beside it. */
export interface NotificationEntity extends Omit<Notification, 'account' | 'status'> {
  /** The newest of its people first; there may be more than are named. */
  account_ids: string[]
  count: number
  status_id: string | undefined
}

interface Entities {
  statuses: Record<string, StatusEntity | undefined>
  accounts: Record<string, Account | undefined>
  relationships: Record<string, Relationship | undefined>
  notifications: Record<string, NotificationEntity | undefined>
}

const nothing = (): Entities => ({ statuses: {}, accounts: {}, relationships: {}, notifications: {} })

const [entities, setEntities] = createStore<Entities>(nothing())

/** A post by its id; `undefined` once it is deleted. */
export const statusOf = (id: string): StatusEntity | undefined => entities.statuses[id]

/** A person by id. */
export const accountOf = (id: string): Account | undefined => entities.accounts[id]

/** How the person looking stands to another one, once it was asked for. */
export const relationshipTo = (id: string): Relationship | undefined => entities.relationships[id]

/** Keeps posts and their authors, and gives back the posts' ids in their order. What is on the screen changes at once. */
export function keepStatuses(list: readonly Status[]): string[] {
  for (const { account, reblog, quote, ...status } of list) {
    keepAccount(account)
    if (reblog) keepStatuses([reblog])
    const kept = { ...status, account_id: account.id, reblog_id: reblog?.id, quote: quote ? keepQuoted(quote) : null }
    setEntities('statuses', status.id, reconcile(kept))
  }
  return list.map((status) => status.id)
}

function keepQuoted(quote: Quote): StatusEntity['quote'] {
  if (!('quoted_status' in quote)) return { state: quote.state, quoted_id: quote.quoted_status_id }
  const [id = null] = quote.quoted_status ? keepStatuses([quote.quoted_status]) : []
  return { state: quote.state, quoted_id: id }
}

/** An entry of the inbox by its id. */
export const notificationOf = (id: string): NotificationEntity | undefined => entities.notifications[id]

/** Keeps entries of the inbox with their people and posts, and gives back the entries' ids in their order. */
export function keepNotifications(list: readonly Notification[]): string[] {
  for (const { account, status, ...entry } of list) {
    keepAccount(account)
    const [statusId] = status ? keepStatuses([status]) : []
    const before = newestOf(entry.group_key, entry.id)
    const others = before?.account_ids.filter((id) => id !== account.id) ?? []
    const count = (before?.count ?? 0) + 1
    keepEntry({ ...entry, account_ids: [account.id, ...others], count, status_id: statusId })
  }
  return list.map((entry) => entry.id)
}

const keepEntry = (entry: NotificationEntity) => setEntities('notifications', entry.id, reconcile(entry))

/** What is known of what a new entry belongs to. */
function newestOf(group: string, id: string): NotificationEntity | undefined {
  return Object.values(entities.notifications)
    .filter((one) => one?.group_key === group && Number(one.id) < Number(id))
    .sort((one, other) => Number(other?.id) - Number(one?.id))[0]
}

/** Keeps a page of the inbox, in which what belongs together is one entry, and gives back the entries' ids in order. */
export function keepGroups({ accounts, statuses, notification_groups: groups }: GroupedNotifications): string[] {
  keepAccounts(accounts)
  keepStatuses(statuses)
  for (const group of groups) {
    keepEntry({
      id: group.most_recent_notification_id,
      type: group.type,
      group_key: group.group_key,
      created_at: group.latest_page_notification_at ?? '',
      account_ids: group.sample_account_ids,
      count: group.notifications_count,
      status_id: group.status_id,
    })
  }
  return groups.map((group) => group.most_recent_notification_id)
}

/** Keeps people, and gives back their ids in their order. */
export function keepAccounts(list: readonly Account[]): string[] {
  for (const account of list) keepAccount(account)
  return list.map((account) => account.id)
}

/** Keeps a person; what only oneself is told about oneself stays with the session. */
export function keepAccount(account: Account | CredentialAccount): void {
  const { source: _source, role: _role, ...known } = account as CredentialAccount
  setEntities('accounts', account.id, reconcile(known as Account))
}

/** Keeps how the person looking stands to others. */
export function keepRelationships(list: readonly Relationship[]): void {
  for (const one of list) {
    countFollower(one.id, one.following)
    setEntities('relationships', one.id, reconcile(one))
  }
}

/** Whoever begins or ends to follow somebody sees that in their number at once, as in other clients. */
function countFollower(id: string, follows: boolean | undefined): void {
  const before = entities.relationships[id]?.following
  if (before === undefined || follows === undefined || before === follows || !entities.accounts[id]) return
  setEntities('accounts', id, 'followers_count', (n = 0) => Math.max(0, n + (follows ? 1 : -1)))
}

/** Changes one's own side of a relationship; used before the server has answered, and to take that back. */
export function patchRelationship(id: string, change: Partial<Relationship>): void {
  countFollower(id, change.following)
  if (entities.relationships[id]) setEntities('relationships', id, change)
}

/** Changes what the person looking did with a post; used before the server has answered, and to take that back. */
export function patchStatus(id: string, change: Partial<StatusEntity>): void {
  if (entities.statuses[id]) setEntities('statuses', id, change)
}

/** The post that is read where an entry of a list stands: what a boost boosts, else the post itself. */
export const readAt = (id: string): string => entities.statuses[id]?.reblog_id ?? id

/** The ids of boosts of a post that are at hand, of everybody or of one person. */
export const boostsAtHand = (statusId: string, accountId?: string): string[] =>
  Object.values(entities.statuses)
    .filter((one) => one?.reblog_id === statusId && (accountId === undefined || one.account_id === accountId))
    .map((one) => one?.id ?? '')

/** Marks every post at hand that belongs to one conversation as paused or not, found by what answers what. */
export function muteConversation(statusId: string, muted: boolean): void {
  const all = Object.values(entities.statuses).filter((status) => status !== undefined)
  const found = new Set([statusId])
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const { id, in_reply_to_id: parent } of all) {
      if (parent && (found.has(id) || found.has(parent))) found.add(id).add(parent)
    }
  }
  for (const { id } of all) if (found.has(id)) setEntities('statuses', id, { muted })
}

/** Keeps what people chose in the poll of a post. */
export function keepPoll(statusId: string, poll: Poll): void {
  if (entities.statuses[statusId]) setEntities('statuses', statusId, 'poll', reconcile(poll))
}

/** Adds to the number of answers under a post. */
export function countReply(statusId: string, by: 1 | -1): void {
  if (!entities.statuses[statusId]) return
  setEntities('statuses', statusId, 'replies_count', (n = 0) => Math.max(0, n + by))
}

/** Forgets a post: it is gone from every list that looks it up. */
export function forgetStatus(id: string): void {
  setEntities('statuses', { [id]: undefined })
}

/** Forgets everything: another person is looking now. */
export function forgetEverything(): void {
  setEntities(reconcile(nothing()))
}
