import { For, Show } from 'solid-js'
import type { RecentPost } from '../../../shared/api/about.ts'
import { about as words } from '../../../shared/locales/en/about.ts'
import { type WarningLabel, warningWords } from '../../../shared/locales/en/warning-label.ts'
import { texts } from '../../lib/i18n.ts'
import { Time } from '../../ui/time.tsx'
import style from './about.module.css'

const t = texts(words)

/** A look at what members wrote lately. A post with a warning shows the warning only. */
export function Recent(props: { posts: readonly RecentPost[]; label: WarningLabel }) {
  return (
    <div class={style.clips}>
      <For each={props.posts}>
        {(post) => (
          <article class={style.clip}>
            <Show when={post.spoiler_text} fallback={<Content html={post.content} />}>
              {(warning) => (
                <p class={style.words} dir="auto">
                  <b>{warningWords[props.label]}</b> {warning()}
                </p>
              )}
            </Show>
            <p class="hint">
              <a href={`/@${post.account.acct}`} dir="auto">
                {post.account.display_name || post.account.username}
              </a>{' '}
              @{post.account.acct},{' '}
              <a class={style.when} href={`/@${post.account.acct}/${post.id}`}>
                <span class="sr">{t('openPost')}</span> <Time at={post.created_at} />
              </a>
            </p>
          </article>
        )}
      </For>
    </div>
  )
}

/** The server's formatter made this HTML of plain text; nothing else reaches a local post. */
function Content(props: { html: string }) {
  return <div class={style.words} dir="auto" innerHTML={props.html} />
}
