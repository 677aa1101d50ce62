import { Show } from 'solid-js'
import type { About } from '../../../shared/api/about.ts'
import { about as words } from '../../../shared/locales/en/about.ts'
import { formatText } from '../../../shared/text/format.ts'
import { texts } from '../../lib/i18n.ts'
import { isMember } from '../../session/session.ts'
import { ButtonLink } from '../../ui/button.tsx'
import style from './about.module.css'
import { Notices } from './notices.tsx'

const t = texts(words)

/** What this is, in one sentence and then in a few; beside it the notices and the way in. */
export function Hero(props: { about: About }) {
  const mode = () => props.about.registrations.mode
  return (
    <div class={style.hero}>
      <div class="stack-l">
        <h1 dir="auto">{props.about.statement}</h1>
        <div class="lede stack" dir="auto" innerHTML={formatText(props.about.purpose)} />
      </div>
      <div class="stack">
        <Notices about={props.about} />
        <Show when={!isMember()}>
          <Show when={mode() !== 'closed'}>
            <p class="row">
              <ButtonLink kind="main" href="/join">
                {t('cta')}
              </ButtonLink>
            </p>
          </Show>
          <p class="hint">{t('ctaHint')[mode()]}</p>
        </Show>
      </div>
    </div>
  )
}

/** The end of the page: come in, or read first. */
export function Closing(props: { about: About }) {
  const closed = () => props.about.registrations.mode === 'closed'
  return (
    <section class={style.close} aria-labelledby="h-join">
      <div class={`page ${style.chair}`}>
        <h2 id="h-join">{closed() ? t('closingClosed') : t('closing')}</h2>
        <p class="row">
          <Show when={!closed()}>
            <ButtonLink kind="main" href="/join">
              {t('joinName', props.about.name)}
            </ButtonLink>
          </Show>
          <ButtonLink href="/local">{t('readFirst')}</ButtonLink>
        </p>
      </div>
    </section>
  )
}
