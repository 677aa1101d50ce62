import { createSignal, For, Show } from 'solid-js'
import type { Relationship } from '../../../shared/api/wire.ts'
import { queryClient } from '../../api/client.ts'
import { send } from '../../api/http.ts'
import { keys } from '../../api/keys.ts'
import { keepRelationships, relationshipTo } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { submitting } from '../../lib/submit.ts'
import { relations } from '../../locales/en/relations.ts'
import { session } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Tick } from '../../ui/field.tsx'
import { toast } from '../../ui/toast.tsx'
import { languages } from '../composer/languages.ts'
import { Failed } from '../shell/failed.tsx'
import { nameOf } from './act.ts'
import style from './languages.module.css'

const t = texts(relations)

/** In which languages one reads somebody's posts; none ticked is all of them. */
export function LanguagesQuestion(props: { accountId: string | undefined; onClose: () => void }) {
  return (
    <Dialog
      open={props.accountId !== undefined}
      title={t('languagesTitle', nameOf(props.accountId ?? ''))}
      onClose={() => props.onClose()}
    >
      <Show when={props.accountId} keyed>
        {(id) => <Ticks accountId={id} onClose={() => props.onClose()} />}
      </Show>
    </Dialog>
  )
}

function Ticks(props: { accountId: string; onClose: () => void }) {
  const { accountId } = props
  const now = relationshipTo(accountId)
  const [chosen, setChosen] = createSignal<readonly string[]>(now?.languages ?? [])
  const offered = languages([...(now?.languages ?? []), session()?.account?.source.language])
  const turn = (code: string, isIn: boolean) =>
    setChosen((codes) => (isIn ? [...codes, code] : codes.filter((one) => one !== code)))
  const saved = submitting(async () => {
    const terms = { languages: chosen().length > 0 ? chosen() : null, reblogs: now?.showing_reblogs }
    keepRelationships([await send<Relationship>('POST', `/api/v1/accounts/${accountId}/follow`, terms)])
    queryClient().removeQueries({ queryKey: keys.home })
    toast(chosen().length > 0 ? t('languagesSome', nameOf(accountId)) : t('languagesAll', nameOf(accountId)))
    props.onClose()
  })
  return (
    <form class="stack" aria-label={t('languages')} onSubmit={saved.run}>
      <p class="hint">{t('languagesHint')}</p>
      <div class={style.choices}>
        <For each={offered}>
          {({ code, name }) => (
            <Tick checked={chosen().includes(code)} onChange={(isIn) => turn(code, isIn)}>
              <span lang={code}>{name}</span>
            </Tick>
          )}
        </For>
      </div>
      <Failed error={saved.error()} what={t('notDone')} />
      <p class="row">
        <Button type="submit" kind="main" busy={saved.busy()}>
          {t('languagesSave')}
        </Button>
        <Button kind="quiet" onClick={() => props.onClose()}>
          {t('keep')}
        </Button>
      </p>
    </form>
  )
}
