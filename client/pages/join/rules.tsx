import { Navigate, useSearchParams } from '@solidjs/router'
import { onMount, Show } from 'solid-js'
import { loadAbout } from '../../features/about/load.ts'
import { BegunSlip } from '../../features/join/begun.tsx'
import { setDraft } from '../../features/join/draft.ts'
import { JoinGate } from '../../features/join/gate.tsx'
import { JoinPage } from '../../features/join/page.tsx'
import { RulesStep } from '../../features/join/rules-step.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { join } from '../../locales/en/join.ts'
import { isMember } from '../../session/session.ts'

const t = texts(join)

/** `/join`, also with `?invite=CODE`: the first step, the rules. */
export function Page() {
  const about = loadAbout()
  const [search] = useSearchParams<{ invite: string }>()
  onMount(() => {
    if (typeof search.invite === 'string') setDraft({ invite: search.invite })
  })
  return (
    <Show when={!isMember()} fallback={<Navigate href="/home" />}>
      <JoinPage step={0} title={about.value() ? t('theRules') : undefined}>
        <Show when={about.value()} fallback={<Waiting label={t('loading')} from={about} />}>
          {(told) => (
            <JoinGate about={told()}>
              <BegunSlip />
              <RulesStep about={told()} />
            </JoinGate>
          )}
        </Show>
      </JoinPage>
    </Show>
  )
}
