import type { Account, Status } from '../../shared/api/wire.ts'
import { posts as words } from '../../shared/locales/en/posts.ts'
import type { WarningLabel } from '../../shared/locales/en/warning-label.ts'
import { faceOf, lettersOf } from '../../shared/text/face.ts'
import { formatClock, formatDate, formatDay, formatZone } from '../../shared/text/figures.ts'
import { cardHtml } from './card-html.ts'
import { emojiText } from './emoji-html.ts'
import { html, raw, type Safe } from './html.ts'
import { picturesHtml } from './pictures-html.ts'
import { pollHtml } from './poll-html.ts'
import { quoteHtml } from './quote-html.ts'
import { foldHtml, wordsHtml } from './words-html.ts'

/** How a post stands on its page. */
export interface PostLook {
  /** The post that the page is about. */
  focal?: boolean
  /** How deep it stands among the replies; undefined above them. */
  depth?: number
  /** In a list by days: whether a new one begins here. Then the time alone stands at the end. */
  day?: 'new' | 'same'
  /** What it answers stands above it already. */
  under?: boolean
  /** What the line above a post is called here. */
  warned?: WarningLabel | undefined
}

/**
 * A post as a browser shows it before, or without, the client: same parts, words and class names as
 * `client/features/statuses/post.tsx`, so that nothing moves when the client takes over. `content` is HTML that the
 * server's formatter made or its sanitiser let through.
 */
export function postHtml(given: Status, { focal, depth, day, under, warned = 'cw' }: PostLook = {}): Safe {
  // a boost is drawn as what it boosts; that may stand on the same page, so its parts are named after the boost
  const status = given.reblog ?? given
  const { id: key } = given
  const when =
    day && !given.reblog
      ? `${formatClock(status.created_at)} ${formatZone(status.created_at)}`
      : formatDate(status.created_at)
  const marks = [focal && ' data-focal=""', depth && ` data-depth="${depth}"`].filter(Boolean).join('')
  const dateline = day === 'new' && html`<h2 class="dateline_dateline">${formatDay(given.created_at)}</h2>`
  return html`<article class="post_item" aria-labelledby="name-${key} time-${key}"${raw(marks)}>${dateline}<div class="post_post">${given.reblog ? boosted(given) : !under && answers(status)}
<div class="post_face">${avatarHtml(status.account, 'm')}</div>
${header(status, key, when)}
${foldHtml(status, warned, bodyOf(status, warned))}
${replies(status, focal)}</div></article>`
}

const boosted = ({ account }: Status): Safe =>
  html`<p class="post_via" dir="auto">${emojiText(words.boostedBy(account.display_name || account.username), account.emojis)}</p>`

/** What a post answers, with the way there. */
function answers({ in_reply_to_id: id, in_reply_to_account_id: personId, account, mentions }: Status): Safe | false {
  const person = [account, ...mentions].find((one) => one.id === personId)
  if (id === null || !person) return false
  const said = person === account ? words.answersOwn : words.answers(`@${person.acct}`)
  return html`<p class="post_via"><a href="/@${person.acct}/${id}">${said}</a></p>`
}

/** A face: the picture somebody chose, else the two letters that stand for them. */
export function avatarHtml({ avatar, display_name: name, acct }: Account, size: 'm' | 'l'): Safe {
  if (avatar !== '' && !avatar.endsWith('/avatar-missing.png')) {
    return html`<img class="avatar_avatar" data-size="${size}" src="${avatar}" alt="" width="44" height="44" loading="lazy" decoding="async">`
  }
  return html`<span class="avatar_avatar" data-face="${faceOf(acct)}" data-size="${size}" aria-hidden="true">${lettersOf(name || acct)}</span>`
}

function header(status: Status, key: string, when: string): Safe {
  const { id, account, created_at: at, visibility, local_only: localOnly } = status
  const badges = [visibility !== 'public' && words[visibility], localOnly && words.localOnly].filter(
    (one) => one !== false,
  )
  const audience = badges.map((text) => html`<span class="badge_badge">${text}</span>`)
  return html`<header class="post_head"><a class="post_name" id="name-${key}" href="/@${account.acct}" dir="auto">${emojiText(account.display_name || account.username, account.emojis)}</a>
<span class="post_meta post_who"><bdi>@${account.acct}</bdi> ${audience.length > 0 && html`<span class="post_badges">${audience}</span>`}</span>
<span class="post_meta"><a class="post_time" id="time-${key}" href="/@${account.acct}/${id}"><time datetime="${at}">${when}</time></a></span></header>`
}

const bodyOf = (status: Status, warned: WarningLabel): Safe =>
  html`${status.content !== '' && html`<div class="post_text">${wordsHtml(status)}</div>`}${picturesHtml(status)}${quoteHtml(status, warned)}${pollHtml(status)}${cardHtml(status)}`

/** The row of what can be done: without a script only to read the replies, but as high as it will be. */
function replies({ id, account, replies_count: count }: Status, focal: boolean | undefined): Safe {
  const way = html`<a class="button_button button_quiet acts_act" href="/@${account.acct}/${id}">${words.replies(count)}</a>`
  return html`<div class="acts_acts">${!focal && count > 0 && way}</div>`
}
