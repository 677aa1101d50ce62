import { For, Show } from 'solid-js'
import { type MediationView, mediationPhases } from '../../../../shared/api/mediation.ts'
import { texts } from '../../../lib/i18n.ts'
import { room } from '../../../locales/en/mediation-room.ts'
import style from './room.module.css'

const t = texts(room)

const NAMES = [t('opening'), ...mediationPhases.map((phase) => t('phases')[phase]), t('agreement')]

/** Where a talk stands among its phases, counted from 0; nothing before it begins and for a single message. */
function phaseAt(view: MediationView): number | undefined {
  if (view.track === 'message') return undefined
  if (view.state === 'opening') return 0
  if (view.state === 'active') return 1 + Math.max(0, mediationPhases.indexOf(view.phase ?? 'statements'))
  if (view.state === 'signing') return NAMES.length - 1
  return view.state === 'follow_up' ? NAMES.length : undefined
}

/** The case's name, and how far its talk is. */
export function Phases(props: { view: MediationView }) {
  const at = () => phaseAt(props.view)
  return (
    <div class={`${style.phases} stack`}>
      <p class="kicker">
        {props.view.track === 'message' ? t('calledMessage', props.view.code_name) : t('called', props.view.code_name)}
      </p>
      <Show when={at() !== undefined}>
        <ol aria-label={t('phasesLabel')}>
          <For each={NAMES}>
            {(name, n) => (
              <li data-done={n() < (at() ?? 0) ? '' : undefined} aria-current={n() === at() ? 'step' : undefined}>
                {name}
                <Show when={n() < (at() ?? 0)}>
                  <span class="sr">{t('done')}</span>
                </Show>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </div>
  )
}
