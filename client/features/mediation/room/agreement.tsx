import { For, Show } from 'solid-js'
import type { MediationAgreement, MediationClause, MediationView } from '../../../../shared/api/mediation.ts'
import { actOf, canTakeBack } from '../../../../shared/mediation/agreement.ts'
import { texts } from '../../../lib/i18n.ts'
import { submitting } from '../../../lib/submit.ts'
import { agreement } from '../../../locales/en/mediation-agreement.ts'
import { Button } from '../../../ui/button.tsx'
import { Slip } from '../../../ui/slip.tsx'
import { Failed } from '../../shell/failed.tsx'
import { useDoor } from '../door.ts'
import { Day } from '../due.tsx'
import type { Act } from '../form/actions.tsx'
import style from './agreement.module.css'
import { AgreementEditor } from './agreement-editor.tsx'
import { personName, useCaseAbout } from './names.ts'

const t = texts(agreement)

/** What is on the table or was signed: its points, who signed it, and one's own part of it. */
export function Agreement(props: { view: MediationView; act: Act }) {
  const can = (verb: string) => props.view.actions.some((action) => action.verb === verb)
  const door = useDoor()
  const isFar = () =>
    door.guest !== undefined ||
    [props.view.other, props.view.parties?.a, props.view.parties?.b].some((one) => one?.acct.includes('@'))
  return (
    <section class="stack" aria-labelledby="h-agreement">
      <h2 id="h-agreement">{t('title')}</h2>
      <Show when={props.view.agreement}>
        {(now) => (
          <>
            <p class="hint">{t('version', now().version)}</p>
            <Show when={isFar()}>
              <p class="hint">{t('farAway')}</p>
            </Show>
            <ol class={style.clauses}>
              <For each={now().clauses}>
                {(clause, n) => <Clause clause={clause} index={n()} view={props.view} act={props.act} />}
              </For>
            </ol>
            <p>
              <b>{t('publicity')}:</b> {t('publicities')[now().publicity]}.
            </p>
            <Show when={now().statement}>
              {(words) => (
                <p class={style.words} dir="auto">
                  {words()}
                </p>
              )}
            </Show>
            <Signing agreement={now()} view={props.view} canSign={can('sign')} act={props.act} />
          </>
        )}
      </Show>
      <Show when={can('edit_agreement')}>
        <AgreementEditor agreement={props.view.agreement} act={props.act} />
      </Show>
    </section>
  )
}

interface ClauseProps {
  clause: MediationClause
  index: number
  view: MediationView
  act: Act
}

function Clause(props: ClauseProps) {
  const about = useCaseAbout()
  const door = useDoor()
  const own = () => (props.view.role === 'a' || props.view.role === 'b' ? props.view.role : undefined)
  const owed = () => (props.clause.owed_by === 'both' ? t('both') : about().names[props.clause.owed_by])
  const mine = () => {
    const side = own()
    if (!side || props.clause.done_by.includes(side)) return false
    const owes = props.clause.owed_by === side || props.clause.owed_by === 'both'
    return owes && props.view.actions.some(({ verb }) => verb === 'done')
  }
  /** A guest does at their own server what they owe, and says so here; a truce binds this side. */
  const can = () => {
    const act = actOf(props.clause)
    return door.guest && act !== 'truce' && act !== 'none' ? 'home' : act
  }
  const isDone = () => {
    const side = own()
    return side !== undefined && props.clause.done_by.includes(side)
  }
  const done = submitting(() => props.act('done', { index: props.index }))
  const back = submitting(() => props.act('take_back', { index: props.index }))
  return (
    <li>
      <div class="stack-s">
        <p class="hint">
          {t('kinds')[props.clause.type]}. {t('owes', owed())}{' '}
          <Show when={props.clause.until}>
            {(day) => (
              <>
                {props.clause.type === 'check_in' ? t('onDay') : t('untilDay')} <Day at={day()} />.
              </>
            )}
          </Show>{' '}
          <Show when={props.clause.public}>{t('inPublic')}</Show>{' '}
          <Show when={props.clause.status_id}>{(id) => <a href={`/@post/${id()}`}>{t('thePost')}</a>}</Show>
        </p>
        <p class={style.words} dir="auto">
          {props.clause.text}
        </p>
        <For each={props.clause.done_by}>{(side) => <p class="hint">{t('doneBy', about().names[side])}</p>}</For>
        <Show when={mine()}>
          <p>
            <Button busy={done.busy()} onClick={() => done.run()}>
              {t('acts')[can()]}
            </Button>
          </p>
          <Show when={t('actHints')[can()]}>{(hint) => <p class="hint">{hint()}</p>}</Show>
          <Failed error={done.error()} what={t('notDone')} />
        </Show>
        <Show
          when={isDone() && canTakeBack(props.clause) && props.view.actions.some(({ verb }) => verb === 'take_back')}
        >
          <p>
            <Button kind="quiet" busy={back.busy()} onClick={() => back.run()}>
              {t('takeBack')}
            </Button>
          </p>
          <Failed error={back.error()} what={t('notDone')} />
        </Show>
        <Show when={isDone() && (can() === 'post' || can() === 'warn')}>
          <p class="hint">{t('where')}</p>
        </Show>
      </div>
    </li>
  )
}

interface SigningProps {
  agreement: MediationAgreement
  view: MediationView
  canSign: boolean
  act: Act
}

/** Who has signed this very version, and the button to sign it. */
function Signing(props: SigningProps) {
  const other = () => personName(props.view.other)
  const sign = submitting(() => props.act('sign', { version: props.agreement.version, sha256: props.agreement.sha256 }))
  const party = () => props.view.role === 'a' || props.view.role === 'b'
  return (
    <Show when={party()}>
      <Slip tone={props.canSign ? 'here' : undefined}>
        <h3>{t('signTitle')}</h3>
        <p>
          {props.agreement.signed_by_you ? t('signedByYou') : t('notSignedByYou')}{' '}
          {props.agreement.signed_by_other ? t('signedByOther', other()) : t('notSignedByOther', other())}
        </p>
        <Show when={props.canSign}>
          <p class="hint">{t('signHint')}</p>
          <Failed error={sign.error()} what={t('notDone')} />
          <p>
            <Button kind="main" busy={sign.busy()} onClick={() => sign.run()}>
              {t('sign')}
            </Button>
          </p>
        </Show>
        <p class="hint">
          {t('print')}: <span class={style.print}>{props.agreement.sha256.slice(0, 16)}</span>
        </p>
      </Slip>
    </Show>
  )
}
