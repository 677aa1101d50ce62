import type { Account, Status } from '../../../shared/api/wire.ts'
import { profile as words } from '../../../shared/locales/en/profile.ts'
import type { WarningLabel } from '../../../shared/locales/en/warning-label.ts'
import { formatDay } from '../../../shared/text/figures.ts'
import { emojiHtml, emojiText } from '../../http/emoji-html.ts'
import { html, raw, type Safe } from '../../http/html.ts'
import { avatarHtml, postHtml } from '../../http/post-html.ts'
import { readingPage } from '../../http/reading-html.ts'

/** What the community is called, and the line above its posts. */
type Called = { name: string; warningLabel: WarningLabel }

/** Who somebody is and what they wrote lately, as a visitor may see it: what `client/pages/profile.tsx` shows. */
export function profilePage(
  { name: community, warningLabel: warned }: Called,
  account: Account,
  statuses: readonly Status[],
): Safe {
  const { display_name: name, username, acct } = account
  const dayOf = (status: Status | undefined) => status && formatDay(status.created_at)
  const posts = statuses.map((status, n) =>
    postHtml(status, { day: dayOf(status) === dayOf(statuses[n - 1]) ? 'same' : 'new', warned }),
  )
  return readingPage(
    community,
    html`<h1 dir="auto">${emojiText(name || username, account.emojis)}</h1>
${head(account)}
<nav class="tabs_tabs" aria-label="${words.which}"><a href="/@${acct}" aria-current="page">${words.posts}</a><a href="/@${acct}?show=replies">${words.replies}</a><a href="/@${acct}?show=pictures">${words.pictures}</a></nav>
${posts.length > 0 ? html`<div class="feed_feed">${posts}</div>` : nothing()}`,
  )
}

function head(account: Account): Safe {
  const {
    acct,
    note,
    locked,
    bot,
    statuses_count: posts,
    followers_count: followers,
    following_count: following,
  } = account
  const marks = [bot && words.bot, locked && words.locked].filter((mark) => mark !== false)
  return html`${banner(account)}<div class="profile_head">${avatarHtml(account, 'l')}
<div class="profile_who"><p class="profile_handle"><bdi>@${acct}</bdi> ${marks.length > 0 && html`<span class="profile_marks">${marks.map((mark) => html`<span class="badge_badge">${mark}</span>`)}</span>`}</p>
<p class="hint">${words.postsCount(posts)}, <a href="/@${acct}/followers">${words.followersCount(followers)}</a>, <a href="/@${acct}/following">${words.followingCount(following)}</a>.</p><p class="profile_since">${words.since(account.created_at)}</p></div>
<div class="profile_bio"><div class="words_words" dir="auto">${emojiHtml(note, account.emojis)}</div></div>${lines(account)}</div>`
}

function banner({ header, header_description: description }: Account): Safe | false {
  if (header.endsWith('/header-missing.png')) return false
  return html`<img class="profile_banner" src="${header}" alt="${description}" width="1500" height="500">`
}

function lines({ fields, emojis }: Account): Safe | false {
  if (fields.length === 0) return false
  return html`<dl class="fields_fields">${fields.map(
    ({
      name,
      value,
      verified_at: at,
    }) => html`<div${raw(at === null ? '' : ' data-verified=""')}><dt dir="auto">${emojiText(name, emojis)}</dt>
<dd><div class="words_words" dir="auto">${emojiHtml(value, emojis)}</div>${at !== null && html`<p class="fields_verified">${words.verified(at)}</p>`}</dd></div>`,
  )}</dl>`
}

function nothing(): Safe {
  return html`<div class="empty_empty stack"><h3>${words.noPosts}</h3><div class="stack-s"><p>${words.noPostsText}</p></div></div>`
}
