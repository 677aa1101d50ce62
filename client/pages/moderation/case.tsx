import { useParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { CasePage } from '../../../shared/api/moderation-team.ts'
import { inCase, readCase } from '../../features/moderation/act.ts'
import { barred } from '../../features/moderation/barred.ts'
import { Done, Proposals } from '../../features/moderation/case-answers.tsx'
import { Conflicts, History, InPlace, ReportPart, Runbook, Signals } from '../../features/moderation/case-parts.tsx'
import { DecideForm } from '../../features/moderation/decide-form.tsx'
import { Mocked } from '../../features/moderation/mocked.tsx'
import { Notes } from '../../features/moderation/notes.tsx'
import { Purges } from '../../features/moderation/purges.tsx'
import { Failed } from '../../features/shell/failed.tsx'
import { Context, Main } from '../../features/shell/main.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { submitting } from '../../lib/submit.ts'
import { houseLog } from '../../locales/en/house-staff.ts'
import { moderation } from '../../locales/en/moderation.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Time } from '../../ui/time.tsx'

const t = texts(moderation)

/** `/moderation/:id`: a case, with all that whoever decides has to weigh. */
export function Page() {
  const params = useParams<{ id: string }>()
  const page = loaded(
    () => params.id,
    (id, signal) => readCase(id, signal),
  )
  const title = () => {
    const found = page.value()
    return found && (t('kinds')[found.kind] ?? found.kind)
  }
  return (
    <>
      <Main title={title()}>
        <p>
          <a href="/moderation">{t('back')}</a>
        </p>
        <Show when={page.value()} fallback={<Waiting label={t('loading')} from={page} />}>
          {(found) => (
            <>
              <Head page={found()} onDone={page.set} />
              <Conflicts page={found()} />
              <Runbook page={found()} />
              <History page={found()} />
              <Signals page={found()} />
              <Mocked page={found()} onDone={page.set} />
              <h2>{t('reportTitle')}</h2>
              <For each={found().reports}>{(report) => <ReportPart report={report} />}</For>
              <For each={found().contexts}>{(context) => <InPlace context={context} />}</For>
              <Done page={found()} onDone={page.set} />
              <Purges page={found()} onDone={page.set} />
              <Proposals page={found()} onDone={page.set} />
              <Show when={found().state === 'open' && !barred(found())}>
                <Show
                  when={found().claimed && !found().claimed?.mine}
                  fallback={<DecideForm page={found()} onDone={page.set} />}
                >
                  <p class="hint">{t('withOther', `@${found().claimed?.by?.acct ?? ''}`)}</p>
                </Show>
              </Show>
              <Notes page={found()} onDone={page.set} />
            </>
          )}
        </Show>
      </Main>
      <Show when={page.value()?.log.length}>
        <Context label={t('log')}>
          <section>
            <h2>{t('log')}</h2>
            <ol class="stack-s">
              <For each={page.value()?.log}>
                {(line) => (
                  <li class="hint">
                    <Time at={line.at} />: <bdi>{line.by ? `@${line.by.acct}` : t('byItself')}</bdi>{' '}
                    {houseLog.actions[`case.${line.verb}`] ?? line.verb.replaceAll('_', ' ')}
                  </li>
                )}
              </For>
            </ol>
          </section>
        </Context>
      </Show>
    </>
  )
}

const tones = { green: 'ok', amber: 'warn', late: 'danger' } as const

function Head(props: { page: CasePage; onDone: (page: CasePage) => void }) {
  const taking = (what: 'claim' | 'release' | 'reopen') =>
    submitting(async () => props.onDone(await inCase(props.page.id, what)))
  const claim = taking('claim')
  const release = taking('release')
  const reopen = taking('reopen')
  return (
    <>
      <p>
        <Show when={props.page.state === 'open'} fallback={<Badge>{t('decidedState')}</Badge>}>
          <Badge tone={tones[props.page.clock]}>{t('clock')[props.page.clock]}</Badge>{' '}
          <span class="hint">
            {t('due')} <Time at={props.page.due_at} />
          </span>
        </Show>
      </p>
      <Failed error={claim.error() ?? release.error() ?? reopen.error()} what={t('notDone')} />
      <Show when={props.page.state === 'decided' && !props.page.can_undo && !barred(props.page)}>
        <p>
          <Button kind="quiet" busy={reopen.busy()} onClick={() => reopen.run()}>
            {t('reopen')}
          </Button>{' '}
          <span class="hint">{t('reopenText')}</span>
        </p>
      </Show>
      <Show when={props.page.state === 'open'}>
        <p class="row">
          <Show
            when={props.page.claimed}
            fallback={
              <Show when={!barred(props.page)}>
                <Button busy={claim.busy()} onClick={() => claim.run()}>
                  {t('claim')}
                </Button>
              </Show>
            }
          >
            {(held) => (
              <Show when={held().mine} fallback={t('with', `@${held().by?.acct ?? ''}`)}>
                {t('withMe')}{' '}
                <Button kind="quiet" busy={release.busy()} onClick={() => release.run()}>
                  {t('release')}
                </Button>
              </Show>
            )}
          </Show>
        </p>
      </Show>
    </>
  )
}
