import { createSignal, For, Show } from 'solid-js'
import type { Device } from '../../../shared/api/account.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import type { Loaded } from '../../lib/loaded.ts'
import { reasonOf } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { safety } from '../../locales/en/safety.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Time } from '../../ui/time.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'
import { Waiting } from '../shell/waiting.tsx'
import style from './entries.module.css'

const t = texts(safety)

const PATH = '/api/community/v1/devices'

/** The browsers in which one is logged in; each can be logged out, or all others at once. */
export function DevicesPart(props: { devices: Loaded<Device[]> }) {
  const many = () => (props.devices.value()?.length ?? 0) > 1

  const end = async ({ id }: Device) => {
    try {
      await send('DELETE', `${PATH}/${id}`)
      toast(t('loggedOut'))
    } catch (error) {
      toast(`${t('notDone')} ${reasonOf(error)}`)
    }
    props.devices.reload()
  }

  return (
    <Show when={props.devices.value()} fallback={<Waiting label={t('loading')} from={props.devices} />}>
      {(devices) => (
        <>
          <ul class={style.list}>
            <For each={devices()}>{(device) => <DeviceLine device={device} onEnd={() => end(device)} />}</For>
          </ul>
          <Show when={many()}>
            <EndOthers onDone={() => props.devices.reload()} />
          </Show>
        </>
      )}
    </Show>
  )
}

function DeviceLine(props: { device: Device; onEnd: () => void }) {
  const name = () => props.device.device || t('unknown')
  return (
    <li>
      <div>
        <p class={style.name}>
          {name()}{' '}
          <Show when={props.device.current}>
            <Badge>{t('thisOne')}</Badge>
          </Show>
        </p>
        <p class="hint">
          {t('since')} <Time at={props.device.created_at} />, {t('lastUsed')} <Time at={props.device.used_at} />.
        </p>
      </div>
      <Show when={!props.device.current}>
        <Button aria-label={t('logOutOne', name())} onClick={() => props.onEnd()}>
          {t('logOut')}
        </Button>
      </Show>
    </li>
  )
}

function EndOthers(props: { onDone: () => void }) {
  const [asking, setAsking] = createSignal(false)
  const all = submitting(async () => {
    await send('DELETE', PATH)
    setAsking(false)
    toast(t('othersOut'))
    props.onDone()
  })
  return (
    <p>
      <Button onClick={() => setAsking(true)}>{t('logOutOthers')}</Button>
      <ConfirmDialog
        open={asking()}
        title={t('othersTitle')}
        yes={t('logOutOthers')}
        no={t('othersNo')}
        kind="main"
        busy={all.busy()}
        onYes={() => all.run()}
        onClose={() => setAsking(false)}
      >
        <p>{t('othersText')}</p>
        <Failed error={all.error()} what={t('notDone')} />
      </ConfirmDialog>
    </p>
  )
}
