import { Match, Switch } from 'solid-js'
import type { StatusSource } from '../../../shared/api/wire.ts'
import { read } from '../../api/http.ts'
import type { StatusEntity } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { reasonOf } from '../../lib/reason.ts'
import { composer } from '../../locales/en/composer.ts'
import { session } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Slip } from '../../ui/slip.tsx'
import style from './composer.module.css'
import { Composer } from './composer.tsx'
import { startOfEdit } from './start.ts'
import { boundsOf } from './visibility.ts'

const t = texts(composer)

/** The box to edit one's own post in, under the post. */
export function EditBox(props: { status: StatusEntity; onClose: () => void }) {
  const source = loaded(
    () => props.status.id,
    (id, signal) => read<StatusSource>(`/api/v1/statuses/${id}/source`, { signal }),
  )
  const ready = () => {
    const [account, written] = [session()?.account, source.value()]
    return account && written && { account, written }
  }
  return (
    <div class={style.reply}>
      <Switch fallback={<Skeleton label={t('editLoading')} />}>
        <Match when={ready()}>
          {(at) => (
            <Composer
              accountId={at().account.id}
              context={`edit:${props.status.id}`}
              start={startOfEdit(props.status, at().written)}
              bounds={boundsOf(props.status)}
              editing={props.status.id}
              label={t('edit')}
              textLabel={t('editText')}
              focus
              onClose={() => props.onClose()}
              onPosted={() => props.onClose()}
            />
          )}
        </Match>
        <Match when={source.error()}>
          {(error) => (
            <Slip tone="danger" role="alert">
              <p>
                <b>{t('editFailed')}</b> {reasonOf(error())}
              </p>
              <p class="row">
                <Button onClick={() => source.reload()}>{t('again')}</Button>
                <Button kind="quiet" onClick={() => props.onClose()}>
                  {t('close')}
                </Button>
              </p>
            </Slip>
          )}
        </Match>
      </Switch>
    </div>
  )
}
