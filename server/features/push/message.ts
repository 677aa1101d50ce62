import type { Notification } from '../../../shared/api/notifications.ts'
import type { PushMessage } from '../../../shared/api/push.ts'
import type { Status } from '../../../shared/api/wire.ts'
import { pushWords } from '../../../shared/locales/en/push.ts'
import { warningWords } from '../../../shared/locales/en/warning-label.ts'
import { decide } from '../../../shared/warnings/decide.ts'
import type { Context } from '../../context.ts'
import { plainText } from '../../http/plain-text.ts'
import { limits } from '../../limits.ts'
import { readSettings } from '../settings/queries.ts'
import { readTopics, readChoices as readWarningChoices } from '../warnings/present.ts'

/** What is said beside the program's own token, which is added where it is sent. */
export type Words = Omit<PushMessage, 'access_token'>

const icon = (ctx: Context) => `${ctx.config.publicUrl}/icon-192.png`

/** Words that name nobody and quote nothing; the page is the inbox. */
export function bareWords(ctx: Context, body: string, id = 0, type = 'notice'): Words {
  const { name } = readSettings(ctx.db)
  const of = { preferred_locale: 'en', notification_id: id, notification_type: type }
  return { ...of, icon: icon(ctx), title: name, body, url: '/inbox' }
}

/** Whether nothing of a post may stand on a locked screen: its topic is discreet, or its reader asked not to meet it. */
function isQuiet(ctx: Context, me: number, status: Status): boolean {
  if ((status.filtered ?? []).length > 0) return true
  const discreet = readTopics(ctx, { retired: true }).filter((topic) => topic.discreet)
  if (discreet.some(({ slug }) => status.warning_topics.includes(slug))) return true
  if (status.spoiler_text === '') return false
  const own = status.account.id === String(me)
  const warned = { topics: status.warning_topics, authorId: status.account.id, own }
  return decide(warned, readWarningChoices(ctx, me)).text === 'hide'
}

/** The beginning of a post: the author's warning where there is one, nothing of what is for named people alone. */
function beginningOf(ctx: Context, { spoiler_text: warning, content, visibility }: Status): string {
  if (visibility === 'direct') return ''
  return warning === ''
    ? plainText(content, limits.pushBody)
    : `${warningWords[readSettings(ctx.db).warningLabel]}: ${warning}`.slice(0, limits.pushBody)
}

function titleOf({ type, account, status }: Notification): string {
  const name = account.display_name || account.username
  if (type === 'mention' && status?.visibility === 'direct') return pushWords.private(name)
  return type === 'moderation_warning' ? '' : pushWords.titles[type](name)
}

function pageOf({ type, account, status }: Notification): string {
  if (status) return `/@${status.account.acct}/${status.id}`
  return type === 'follow_request' ? '/requests' : `/@${account.acct}`
}

/** What a device shows of a notification; `bare` where its owner wants neither names nor words. */
export function wordsFor(ctx: Context, me: number, item: Notification, bare: boolean): Words {
  const id = Number(item.id)
  if (bare || (item.status && isQuiet(ctx, me, item.status))) return bareWords(ctx, pushWords.bare, id, item.type)
  return {
    preferred_locale: 'en',
    notification_id: id,
    notification_type: item.type,
    icon: item.account.avatar_static,
    title: titleOf(item),
    body: item.status ? beginningOf(ctx, item.status) : `@${item.account.acct}`,
    url: pageOf(item),
  }
}
