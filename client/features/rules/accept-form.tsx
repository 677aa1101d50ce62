import { createSignal, Show } from 'solid-js'
import type { RuleSetDoc } from '../../../shared/api/rules.ts'
import { rules as words } from '../../../shared/locales/en/rules.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { submitting } from '../../lib/submit.ts'
import { loadSession } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { RuleCards, Tally } from '../join/rule-cards.tsx'
import { CustomsSlip } from '../join/rules-step.tsx'
import { Failed } from '../shell/failed.tsx'
import { Examples } from './full-rules.tsx'
import { GoodToKnow } from './good-to-know.tsx'
import { inLanguage, introIn, summaryIn } from './in-language.ts'
import { LanguageChoice } from './language-choice.tsx'

const t = texts(words)

interface FormProps {
  set: RuleSetDoc
  /** The ids of the ground rules that changed since one agreed: each is taken by itself. */
  toAcknowledge: readonly string[]
  button: string
  onDone: () => void
}

/** A member agrees to a version, each ground rule that is new to them by itself, in a language of their choice. */
export function AcceptForm(props: FormProps) {
  const [agreed, setAgreed] = createSignal<readonly string[]>([])
  const [locale, setLocale] = createSignal(props.set.locale)
  const asked = () =>
    props.set.ground_rules
      .filter(({ id }) => props.toAcknowledge.includes(id))
      .map((rule) => inLanguage(rule, locale()))
  const accept = submitting(async () => {
    const form = { version: props.set.version, locale: locale(), acknowledged: agreed() }
    await send('POST', '/api/community/v1/rules/acceptance', form)
    await loadSession()
    props.onDone()
  })
  return (
    <>
      <LanguageChoice set={props.set} chosen={locale()} onChoose={setLocale} />
      <Around set={props.set} locale={locale()} />
      <Show when={asked().length > 0} fallback={<p class="prose">{t('noneChanged')}</p>}>
        <RuleCards
          rules={asked()}
          isAgreed={(id) => agreed().includes(id)}
          onAgree={(id, yes) => setAgreed((now) => [...now.filter((other) => other !== id), ...(yes ? [id] : [])])}
          more={(rule) => <ExamplesOf id={rule.id} set={props.set} />}
        />
      </Show>
      <CustomsSlip about={{ guidelines: props.set.guidelines.map((rule) => inLanguage(rule, locale())) }} />
      <GoodToKnow title={t('notices')} rules={props.set.notices.map((rule) => inLanguage(rule, locale()))} />
      <p class="hint" id="why">
        {t('why', props.set.version)} <a href="/rules/leave">{t('disagree')}</a>
      </p>
      <Failed error={accept.error()} what={t('notKept')} />
      <Show
        when={asked().length > 0}
        fallback={
          <p class="row">
            <Button kind="main" busy={accept.busy()} aria-describedby="why" onClick={() => accept.run()}>
              {props.button}
            </Button>
          </p>
        }
      >
        <Tally
          agreed={agreed().length}
          of={asked().length}
          button={props.button}
          busy={accept.busy()}
          describedBy="why"
          onGo={() => accept.run()}
        />
      </Show>
    </>
  )
}

function ExamplesOf(props: { id: string; set: RuleSetDoc }) {
  return (
    <Show when={props.set.ground_rules.find(({ id }) => id === props.id)}>{(rule) => <Examples rule={rule()} />}</Show>
  )
}

// in another language than the page's own, as far as it is translated; the page itself says it in the original
function Around(props: { set: RuleSetDoc; locale: string }) {
  return (
    <Show when={props.locale !== props.set.locale}>
      <div class="prose stack-s" lang={props.locale} dir="auto">
        <Show when={props.set.translations[props.locale]?.summary}>
          <p>{summaryIn(props.set, props.locale)}</p>
        </Show>
        <p>{introIn(props.set, props.locale)}</p>
      </div>
    </Show>
  )
}
