import { For, Show } from 'solid-js'
import type { Program } from '../../../shared/api/account.ts'
import { scopeSentences } from '../../../shared/locales/en/oauth.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import type { Loaded } from '../../lib/loaded.ts'
import { reasonOf } from '../../lib/reason.ts'
import { safety } from '../../locales/en/safety.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Time } from '../../ui/time.tsx'
import { toast } from '../../ui/toast.tsx'
import { Waiting } from '../shell/waiting.tsx'
import style from './entries.module.css'

const t = texts(safety)

/** The programs that one has let in, with what each may do; each can be shut out. */
export function ProgramsPart(props: { programs: Loaded<Program[]> }) {
  const shutOut = async ({ id, name }: Program) => {
    try {
      await send('DELETE', `/api/community/v1/programs/${id}`)
      toast(t('isOut', name))
    } catch (error) {
      toast(`${t('notDone')} ${reasonOf(error)}`)
    }
    props.programs.reload()
  }
  const none = (
    <Empty title={t('noPrograms')}>
      <p>{t('noProgramsText')}</p>
    </Empty>
  )
  return (
    <Show when={props.programs.value()} fallback={<Waiting label={t('loading')} from={props.programs} />}>
      {(programs) => (
        <Show when={programs().length > 0} fallback={none}>
          <ul class={style.list}>
            <For each={programs()}>
              {(program) => <ProgramLine program={program} onShutOut={() => shutOut(program)} />}
            </For>
          </ul>
        </Show>
      )}
    </Show>
  )
}

function ProgramLine(props: { program: Program; onShutOut: () => void }) {
  const may = () => props.program.scopes.map((scope) => scopeSentences[scope] ?? scope).join(' ')
  return (
    <li>
      <div>
        <p class={style.name} dir="auto">
          {props.program.name}
        </p>
        <p>{may()}</p>
        <p class="hint">
          {t('letIn')} <Time at={props.program.created_at} />,{' '}
          <Show when={props.program.used_at} fallback={t('neverUsed')}>
            {(at) => (
              <>
                {t('lastUsed')} <Time at={at()} />
              </>
            )}
          </Show>
          .
        </p>
      </div>
      <Button aria-label={t('shutOutOne', props.program.name)} onClick={() => props.onShutOut()}>
        {t('shutOut')}
      </Button>
    </li>
  )
}
