import { useNavigate } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { MediationFigures } from '../../../shared/api/mediation-team.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { complaints } from '../../locales/en/complaints.ts'
import { help as words } from '../../locales/en/mediation-help.ts'
import { isMember } from '../../session/session.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Slip } from '../../ui/slip.tsx'
import { loadAbout } from '../about/load.ts'
import { PeopleField } from './form/people-field.tsx'
import style from './lists.module.css'
import { askHref, MEDIATIONS } from './paths.ts'

const t = texts(words)

/** The three ways through a disagreement, and what is none. */
export function Help() {
  return (
    <>
      <p class="lede">{t('lede')}</p>
      <For each={t('tracks')}>
        {(track) => (
          <section class={`${style.part} stack-s`} aria-labelledby={`h-${track.id}`}>
            <h2 id={`h-${track.id}`}>{track.title}</h2>
            <p class="prose">{track.text}</p>
            <ul class="stack-s">
              <For each={track.points}>{(point) => <li class="prose">{point}</li>}</For>
            </ul>
            <Show when={isMember() && track.link}>
              {(link) => (
                <p>
                  <ButtonLink href={link().href}>{link().text}</ButtonLink>
                </p>
              )}
            </Show>
          </section>
        )}
      </For>
      <Show when={isMember()}>
        <Start />
      </Show>
      <Show when={!isMember()}>
        <FromElsewhere />
      </Show>
      <section class={`${style.part} stack-s`} aria-labelledby="h-promises">
        <h2 id="h-promises">{t('promisesTitle')}</h2>
        <ul class="stack-s">
          <For each={t('promises')}>{(promise) => <li class="prose">{promise}</li>}</For>
        </ul>
      </section>
      <Figures />
      <Slip tone="warn">
        <p>
          <b>{t('harmTitle')}</b> {t('harm')}
        </p>
      </Slip>
      <Show when={isMember()}>
        <p class="prose">
          {complaints.linkText} <a href="/complaints">{complaints.link}</a>
        </p>
      </Show>
    </>
  )
}

/** For whoever comes here first: with whom is it? */
function Start() {
  const navigate = useNavigate()
  return (
    <section class={`${style.part} stack-s`} id="ask" aria-labelledby="h-ask">
      <h2 id="h-ask">{t('askTitle')}</h2>
      <p class="prose">{t('ask')}</p>
      <PeopleField
        label={t('who')}
        most={1}
        value={[]}
        onInput={(people) => people[0] && navigate(askHref({ account: people[0].id }))}
      />
    </section>
  )
}

/** For whoever is of another server: the door by which they ask, where the house has one. */
function FromElsewhere() {
  const about = loadAbout()
  return (
    <Show when={about.value()?.mediation_from_elsewhere}>
      <section class={`${style.part} stack-s`} aria-labelledby="h-elsewhere">
        <h2 id="h-elsewhere">{t('elsewhereTitle')}</h2>
        <p class="prose">{t('elsewhere')}</p>
        <p>
          <ButtonLink href="/guest/ask">{t('elsewhereLink')}</ButtonLink>
        </p>
      </section>
    </Show>
  )
}

const FIGURES = ['asked', 'went_ahead', 'agreed', 'median_days', 'mediators'] as const

/** Past years in figures that name nobody; nothing before the first year is over. */
function Figures() {
  const years = loaded(
    () => undefined,
    (_, signal) => read<MediationFigures[]>(`${MEDIATIONS}/statistics`, { signal }),
  )
  return (
    <Show when={years.value()?.length}>
      <section class={`${style.part} stack-s`} aria-labelledby="h-figures">
        <h2 id="h-figures">{t('figuresTitle')}</h2>
        <p class="hint">{t('figuresHint')}</p>
        <For each={years.value()}>
          {(year) => (
            <>
              <h3>{year.year}</h3>
              <dl class={style.figures}>
                <For each={FIGURES}>
                  {(name) => (
                    <div>
                      <dt>{t('figures')[name]}</dt>
                      <dd>{year[name]}</dd>
                    </div>
                  )}
                </For>
              </dl>
            </>
          )}
        </For>
      </section>
    </Show>
  )
}
