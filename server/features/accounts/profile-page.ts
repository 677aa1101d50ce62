import type { Account, Status } from '../../../shared/api/wire.ts'
import { profile as words } from '../../../shared/locales/en/profile.ts'
import { formatDay } from '../../../shared/text/figures.ts'
import { html, raw, type Safe } from '../../http/html.ts'
import { avatarHtml, postHtml } from '../../http/post-html.ts'
import { readingPage } from '../../http/reading-html.ts'

/** Who somebody is and what they wrote lately, as a visitor may see it: what `client/pages/profile.tsx` shows. */
export function profilePage(community: string, account: Account, statuses: readonly Status[]): Safe {
  const { display_name: name, username, acct } = account
  const dayOf = (status: Status | undefined) => status && formatDay(status.created_at)
  const posts = statuses.map((status, n) =>
    postHtml(status, { day: dayOf(status) === dayOf(statuses[n - 1]) ? 'same' : 'new' }),
  )
  return readingPage(
    community,
    html`<h1 dir="auto">${name || username}</h1>
${head(account)}
<nav class="tabs_tabs" aria-label="${words.which}"><a href="/@${acct}" aria-current="page">${words.posts}</a><a href="/@${acct}?show=replies">${words.replies}</a></nav>
${posts.length > 0 ? html`<div class="feed_feed">${posts}</div>` : nothing()}`,
  )
}

function head(account: Account): Safe {
  const { acct, note, locked, statuses_count: posts, followers_count: followers, following_count: following } = account
  return html`<div class="profile_head">${avatarHtml(account, 'l')}
<div class="profile_who"><p class="profile_handle"><bdi>@${acct}</bdi> ${locked && html`<span class="profile_marks"><span class="badge_badge">${words.locked}</span></span>`}</p>
<p class="hint">${words.figures(posts, followers, following)}</p><p class="profile_since">${words.since(account.created_at)}</p></div>
<div class="profile_bio"><div class="words_words" dir="auto">${raw(note)}</div></div></div>`
}

function nothing(): Safe {
  return html`<div class="empty_empty stack"><h3>${words.noPosts}</h3><div class="stack-s"><p>${words.noPostsText}</p></div></div>`
}
