import { For, Show } from 'solid-js'
import type { About } from '../../../shared/api/about.ts'
import { about as words } from '../../../shared/locales/en/about.ts'
import { formatDate } from '../../../shared/text/figures.ts'
import { formatText } from '../../../shared/text/format.ts'
import { texts } from '../../lib/i18n.ts'
import style from './about.module.css'
import { Recent } from './recent.tsx'
import { RuleList } from './rule-list.tsx'

const t = texts(words)

interface Props {
  about: About
}

/** The ground rules, with the version that holds. */
export function GroundRules(props: Props) {
  const set = () => props.about.rule_set
  return (
    <section class="section" id="rules" aria-labelledby="h-rules">
      <header>
        <h2 id="h-rules">{t('groundRules')}</h2>
        <p class="hint">
          {t('version', set().version, formatDate(set().effective_at))} <a href="/rules/history">{t('rulesHistory')}</a>
        </p>
      </header>
      <div class="stack">
        <p class="prose" dir="auto">
          {set().intro}
        </p>
        <RuleList rules={props.about.ground_rules} />
      </div>
    </section>
  )
}

/** The customs. */
export function Guidelines(props: Props) {
  return (
    <section class="section" id="guidelines" aria-labelledby="h-guidelines">
      <header>
        <h2 id="h-guidelines">{t('guidelines')}</h2>
        <p class="hint">{t('guidelinesHint')}</p>
      </header>
      <div class={style.columns}>
        <For each={props.about.guidelines}>
          {(guideline) => (
            <div class="stack-s" id={guideline.slug}>
              <h3 dir="auto">{guideline.text}</h3>
              <p dir="auto">{guideline.hint}</p>
            </div>
          )}
        </For>
      </div>
    </section>
  )
}

/** What members wrote lately. */
export function Lately(props: Props) {
  return (
    <section class="section" id="lately" aria-labelledby="h-lately">
      <header>
        <h2 id="h-lately">{t('lately')}</h2>
        <p class="hint">
          {t('latelyHint')} <a href="/local">{t('readMore')}</a>
        </p>
      </header>
      <Recent posts={props.about.recent} label={props.about.warning_label} />
    </section>
  )
}

/** Who runs this, and how to reach them. */
export function WhoRuns(props: Props) {
  const contact = () => props.about.contact
  return (
    <section class="section" id="who" aria-labelledby="h-who">
      <header>
        <h2 id="h-who">{t('whoRuns')}</h2>
      </header>
      <div class="prose stack">
        <div class="stack" dir="auto" innerHTML={formatText(props.about.who_runs)} />
        <Show when={contact().email || contact().account}>
          <p>
            {t('writeTo')} <Show when={contact().email}>{(email) => <a href={`mailto:${email()}`}>{email()}</a>}</Show>
            <Show when={contact().email && contact().account}>{t('orTo')} </Show>
            <Show when={contact().account}>{(account) => <a href={`/@${account().acct}`}>@{account().acct}</a>}</Show>.
          </p>
        </Show>
        <Show
          when={props.about.source_url}
          fallback={
            <Show when={contact().email || contact().account}>
              <p>{t('sourceAsked')}</p>
            </Show>
          }
        >
          {(source) => (
            <p>
              {t('source')}{' '}
              <a href={source()} rel="noreferrer">
                {source()}
              </a>
            </p>
          )}
        </Show>
      </div>
    </section>
  )
}

/** Where the server stands, in the collective's own words. */
export function Hosting(props: { hosting: NonNullable<About['hosting']> }) {
  return (
    <section class="section" id="hosting" aria-labelledby="h-hosting">
      <header>
        <h2 id="h-hosting">{t('hosted')}</h2>
        <p class="hint">
          {t('hostedHint')} <Show when={props.hosting.reviewed_on}>{(date) => t('reviewed', formatDate(date()))}</Show>
        </p>
      </header>
      <div class="lede stack" dir="auto" innerHTML={formatText(props.hosting.text)} />
    </section>
  )
}
