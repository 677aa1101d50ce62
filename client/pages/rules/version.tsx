import { useNavigate, useParams } from '@solidjs/router'
import { createSignal, type JSX, Show } from 'solid-js'
import type { RuleSetDoc } from '../../../shared/api/rules.ts'
import { rules } from '../../../shared/locales/en/rules.ts'
import { formatDate } from '../../../shared/text/figures.ts'
import { ChangeList } from '../../features/rules/change-list.tsx'
import { Comments } from '../../features/rules/comments.tsx'
import { FullRules } from '../../features/rules/full-rules.tsx'
import { summaryIn } from '../../features/rules/in-language.ts'
import { LanguageChoice } from '../../features/rules/language-choice.tsx'
import { loadDiff, loadVersion } from '../../features/rules/load.ts'
import { VersionLine } from '../../features/rules/version-line.tsx'
import { NarrowPage } from '../../features/shell/narrow.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { withNext } from '../../lib/next.ts'
import { isMember, session } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'

const t = texts(rules)

/** `/rules/:version`: a version with what it changed and why; an announced one can be talked about and accepted early. */
export function Page() {
  const params = useParams<{ version: string }>()
  const set = loadVersion(() => params.version)
  return (
    <NarrowPage
      title={set.value() && t('version', set.value()?.version ?? 0)}
      out={{ href: '/rules/history', text: t('historyTitle') }}
    >
      <Show when={set.value()} fallback={<Waiting label={t('loading')} from={set} />}>
        {(told) => <Version set={told()} />}
      </Show>
    </NarrowPage>
  )
}

function Version(props: { set: RuleSetDoc }) {
  const [locale, setLocale] = createSignal(props.set.locale)
  const announced = () => props.set.state === 'announced'
  return (
    <>
      <div class="stack">
        <h1>{announced() ? t('announcedTitle') : t('version', props.set.version)}</h1>
        <Show when={announced()} fallback={<VersionLine version={props.set} />}>
          <p class="lede">{t('announcedIn', props.set.days_left, formatDate(props.set.effective_at ?? 0))}</p>
          <p class="prose">{t('announcedNext')}</p>
        </Show>
      </div>
      <Show when={props.set.base_version}>
        {(base) => (
          <>
            <Part id="why" title={t('whyTitle')}>
              <p class="lede" dir="auto">
                {summaryIn(props.set, locale())}
              </p>
            </Part>
            <Changes from={base()} to={props.set.version} />
          </>
        )}
      </Show>
      <Show when={announced() && isMember()}>
        <Early version={props.set.version} />
      </Show>
      <Show when={isMember() && (announced() || props.set.confirm_by)}>
        <Comments version={props.set} />
      </Show>
      <Show when={announced() && session()?.state === 'visitor'}>
        <p>
          <a href={withNext('/login', `/rules/${props.set.version}`)}>{t('logInToSay')}</a>
        </p>
      </Show>
      <Whole set={props.set} locale={locale()} onChoose={setLocale} />
    </>
  )
}

function Part(props: { id: string; title: string; children: JSX.Element }) {
  return (
    <section class="stack" aria-labelledby={`h-${props.id}`}>
      <h2 id={`h-${props.id}`}>{props.title}</h2>
      {props.children}
    </section>
  )
}

function Changes(props: { from: number; to: number }) {
  const diff = loadDiff(() => [props.from, props.to])
  return (
    <Part id="changes" title={t('whatChanged')}>
      <Show when={diff.value()} fallback={<Waiting label={t('loading')} from={diff} />}>
        {(told) => (
          <>
            <p class="hint">{t('diffLede')}</p>
            <ChangeList diff={told()} />
          </>
        )}
      </Show>
    </Part>
  )
}

/** Accepting what is announced, now; or that this was done. */
function Early(props: { version: number }) {
  const navigate = useNavigate()
  return (
    <Show when={!session()?.rules?.announced?.accepted} fallback={<p role="status">{t('acceptedNow')}</p>}>
      <p class="row">
        <Button kind="main" onClick={() => navigate(`/rules/accept?version=${props.version}`)}>
          {t('acceptNow')}
        </Button>
        <span class="hint">{t('acceptAhead')}</span>
      </p>
    </Show>
  )
}

function Whole(props: { set: RuleSetDoc; locale: string; onChoose: (locale: string) => void }) {
  return (
    <Part id="rules" title={t('allRules')}>
      <LanguageChoice set={props.set} chosen={props.locale} onChoose={props.onChoose} />
      <FullRules set={props.set} locale={props.locale} />
    </Part>
  )
}
