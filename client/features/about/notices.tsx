import { For, type JSX, Show } from 'solid-js'
import type { About } from '../../../shared/api/about.ts'
import { about as words } from '../../../shared/locales/en/about.ts'
import { texts } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Slip } from '../../ui/slip.tsx'
import { GoodToKnow } from '../rules/good-to-know.tsx'
import style from './put-away.module.css'
import { bringBack, isAway, putAway } from './put-away.ts'

const t = texts(words)

/** What the community tells whoever comes; each can be put away in this browser until its words change. */
export function Notices(props: { about: About }) {
  const known = () => props.about.good_to_know.map(({ text, hint }) => `${text} ${hint}`).join('\n')
  const wordsOf = ({ title, text }: About['notices'][number]) => `${title}\n${text}`
  const all = () => [...props.about.notices.map(wordsOf), ...(known() ? [known()] : [])]
  let again: HTMLParagraphElement | undefined
  const away = (which: string) => {
    putAway(which, all())
    again?.querySelector('button')?.focus()
  }
  const Away = (own: { which: string; title: string }): JSX.Element => (
    <p class={style.away}>
      <Button kind="quiet" aria-label={t('putAwayOne', own.title)} onClick={() => away(own.which)}>
        {t('putAway')}
      </Button>
    </p>
  )
  return (
    <>
      <For each={props.about.notices.filter((notice) => !isAway(wordsOf(notice)))}>
        {(notice) => (
          <div class={style.notice}>
            <Slip>
              <h2 class="kicker" dir="auto">
                {notice.title}
              </h2>
              <div class="stack-s" dir="auto" innerHTML={notice.text_html} />
            </Slip>
            <Away which={wordsOf(notice)} title={notice.title} />
          </div>
        )}
      </For>
      <Show when={!isAway(known())}>
        <Show when={known()}>
          <div class={style.notice}>
            <GoodToKnow title={t('notices')} rules={props.about.good_to_know} />
            <Away which={known()} title={t('notices')} />
          </div>
        </Show>
      </Show>
      <p
        ref={(element) => {
          again = element
        }}
        hidden={!all().some(isAway)}
      >
        <Button kind="quiet" onClick={bringBack}>
          {t('noticesAgain')}
        </Button>
      </p>
    </>
  )
}
