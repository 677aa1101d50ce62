import { Show } from 'solid-js'
import type { RegistrationMode } from '../../../shared/api/about.ts'
import { about as words } from '../../../shared/locales/en/about.ts'
import { texts } from '../../lib/i18n.ts'
import { isMember } from '../../session/session.ts'
import plate from '../shell/nameplate.module.css'

const t = texts(words)

/** The head of the about page: the ways on, and the community's name over the whole width. */
export function Mast(props: { name: string; mode: RegistrationMode }) {
  return (
    <header class="page">
      <div class={plate.folio}>
        <p class="kicker">{t('kicker')[props.mode]}</p>
        <nav aria-label={t('site')}>
          <ul>
            <Show when={isMember()}>
              <Word href="/home" text={t('home')} />
            </Show>
            <Word href="/local" text={t('read')} />
            <Word href="/about#rules" text={t('rules')} />
            <Show when={!isMember()}>
              <Word href="/login" text={t('logIn')} />
              <Show when={props.mode !== 'closed'}>
                <Word href="/join" text={t('join')} />
              </Show>
            </Show>
          </ul>
        </nav>
      </div>
      <div class={plate.mast}>
        <a class={plate.nameplate} href="/about">
          {props.name}
        </a>
      </div>
    </header>
  )
}

function Word(props: { href: string; text: string }) {
  return (
    <li>
      <a class={plate.link} href={props.href}>
        {props.text}
      </a>
    </li>
  )
}
