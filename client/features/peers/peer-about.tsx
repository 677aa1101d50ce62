import { For, type JSX, Show } from 'solid-js'
import type { PeerAbout, PeerPage } from '../../../shared/api/peers.ts'
import { texts } from '../../lib/i18n.ts'
import { peers } from '../../locales/en/peers.ts'
import { session } from '../../session/session.ts'
import { Slip } from '../../ui/slip.tsx'
import { Time } from '../../ui/time.tsx'
import { pathOf } from '../house/paths.ts'
import { LimitBadges } from './limits.tsx'
import { Ties } from './peer-list.tsx'
import style from './peers.module.css'

const t = texts(peers)

/** What a server says about itself, and what we decided about it. */
export function PeerFacts(props: { peer: PeerPage }) {
  const peer = () => props.peer
  return (
    <>
      <Show when={peer().problem}>
        {(problem) => (
          <Slip tone="info">
            <p>{t('problem')[problem()]}</p>
          </Slip>
        )}
      </Show>
      <p class="hint">
        {peer().software ? t('runs', peer().software ?? '', peer().version) : t('unknownSoftware')}
        <Show when={peer().users}>{(users) => <>, {t('people', users())}</>}</Show>
      </p>
      <Ties peer={peer()} />
      <Decided peer={peer()} />
      <Show when={peer().about}>{(about) => <InItsWords about={about()} />}</Show>
      <p class="hint">
        <Show when={peer().asked_at}>
          {(at) => (
            <>
              {t('askedAt')} <Time at={at()} />.{' '}
            </>
          )}
        </Show>
        <Show when={peer().api}>{(api) => t('by')[api()]}</Show>
      </p>
    </>
  )
}

function Decided(props: { peer: PeerPage }) {
  return (
    <Section id="decided" title={t('decided')}>
      <Show when={props.peer.decision} fallback={<p>{t('nothingDecided')}</p>}>
        {(decision) => (
          <>
            <LimitBadges of={decision()} />
            <p class={style.words} dir="auto">
              {decision().reason || t('noReason')}
            </p>
            <p class="hint">
              {t('aboutName', decision().domain)}{' '}
              <Show when={decision().ends_at}>
                {(ends) => (
                  <>
                    {t('until')} <Time at={ends()} as="date" />.
                  </>
                )}
              </Show>
            </p>
          </>
        )}
      </Show>
      <Show when={session()?.house.includes('peers')}>
        <p>
          <a href={`${pathOf('peers')}?domain=${encodeURIComponent(props.peer.domain)}`}>{t('change')}</a>
        </p>
      </Show>
    </Section>
  )
}

function InItsWords(props: { about: PeerAbout }) {
  const about = () => props.about
  const counted = () => [about().active_month, about().posts, about().registrations].some((one) => one !== null)
  return (
    <>
      <Section id="words" title={about().title || t('saysItself')}>
        <p class={style.words} dir="auto">
          {about().description || t('noWords')}
        </p>
      </Section>
      <Show when={about().rules.length > 0}>
        <Section id="rules" title={t('itsRules')}>
          <ol class="stack-s">
            <For each={about().rules}>
              {(rule) => (
                <li class={style.words} dir="auto">
                  {rule}
                </li>
              )}
            </For>
          </ol>
        </Section>
      </Show>
      <People about={about()} />
      <Show when={counted()}>
        <Section id="numbers" title={t('itsNumbers')}>
          <Show when={about().active_month !== null}>
            <p>{t('active', about().active_month ?? 0)}</p>
          </Show>
          <Show when={about().posts !== null}>
            <p>{t('posts', about().posts ?? 0)}</p>
          </Show>
          <Show when={about().registrations !== null}>
            <p>{about().registrations ? t('open') : t('closed')}</p>
          </Show>
        </Section>
      </Show>
    </>
  )
}

/** Whom one can ask there; members are led to how they are known here. */
function People(props: { about: PeerAbout }) {
  const nobody = () => props.about.administrators.length === 0 && !props.about.email
  return (
    <Section id="people" title={t('itsPeople')}>
      <Show when={nobody()}>
        <p>{t('namesNobody')}</p>
      </Show>
      <For each={props.about.administrators}>
        {(who) => (
          <p dir="auto">
            {who.name}{' '}
            <Show when={session()?.state === 'member'} fallback={<span class="hint">@{who.acct}</span>}>
              <a href={`/search?${new URLSearchParams({ q: `@${who.acct}` })}`}>@{who.acct}</a>
            </Show>
          </p>
        )}
      </For>
      <Show when={props.about.email}>{(email) => <p>{email()}</p>}</Show>
    </Section>
  )
}

/** One part of a page about a server. */
export function Section(props: { id: string; title: string; hint?: string; children: JSX.Element }) {
  return (
    <section class={`${style.part} stack-s`} aria-labelledby={`h-${props.id}`}>
      <h2 id={`h-${props.id}`} dir="auto">
        {props.title}
      </h2>
      <Show when={props.hint}>
        <p class="hint">{props.hint}</p>
      </Show>
      {props.children}
    </section>
  )
}
