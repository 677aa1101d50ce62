import { Show } from 'solid-js'
import { reading } from '../../../shared/locales/en/reading.ts'
import { texts } from '../../lib/i18n.ts'
import { timelines } from '../../locales/en/timelines.ts'
import { communityName, session } from '../../session/session.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Context } from '../shell/main.tsx'

const t = texts(timelines)
const r = texts(reading)

/** Beside a page: for a visitor the way in, and where a member writes, what we promised each other. */
export function Beside(props: { writing?: boolean }) {
  return (
    <Context label={r('about', communityName())}>
      <Show when={session()?.state === 'visitor'}>
        <section>
          <h2>{r('visitor')}</h2>
          <div class="stack-s">
            <p>{r('visitorText')}</p>
            <p class="row">
              <ButtonLink kind="main" href="/join">
                {r('join')}
              </ButtonLink>
              <ButtonLink href="/login">{r('logIn')}</ButtonLink>
            </p>
          </div>
        </section>
      </Show>
      <Show when={props.writing && session()?.state === 'member'}>
        <section>
          <h2>{t('writing')}</h2>
          <p>
            {t('writingText')} <a href="/about#rules">{t('rules')}</a>
          </p>
        </section>
      </Show>
      <section>
        <h2>{r('about', communityName())}</h2>
        <p>
          <a href="/about">{r('aboutLink')}</a>
        </p>
      </section>
    </Context>
  )
}
