import { For, Match, onMount, Show, Switch } from 'solid-js'
import { type PushKind, pushKinds } from '../../../shared/api/push.ts'
import { texts } from '../../lib/i18n.ts'
import { submitting } from '../../lib/submit.ts'
import { pushWords } from '../../locales/en/push.ts'
import { Button } from '../../ui/button.tsx'
import { Choices, Tick } from '../../ui/field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { toast } from '../../ui/toast.tsx'
import { deviceTelling } from './device.ts'

const t = texts(pushWords)

const AMONG = ['all', 'followed', 'follower'] as const

/** Whether this browser tells of new things, and of which. */
export function DevicePart() {
  const device = deviceTelling()
  onMount(() => device.look().catch(() => undefined))
  const on = submitting(async () => {
    await device.turnOn()
    if (device.state() === 'on') toast(t('turnedOn'))
  })
  const off = submitting(async () => {
    await device.turnOff()
    toast(t('turnedOff'))
  })
  const change = (...what: Parameters<typeof device.change>) =>
    device.change(...what).catch(() => {
      toast(t('notDone'))
      device.look().catch(() => undefined)
    })
  return (
    <Switch fallback={<Skeleton label={t('loading')} />}>
      <Match when={device.state() === 'unsupported'}>
        <p>{t('unsupported')}</p>
      </Match>
      <Match when={device.state() === 'denied'}>
        <p>{t('denied')}</p>
      </Match>
      <Match when={device.state() === 'off'}>
        <p>{t('isOff')}</p>
        <p>
          <Button kind="main" busy={on.busy()} onClick={() => on.run()}>
            {t('turnOn')}
          </Button>
        </p>
        <Show when={on.error()}>
          <p role="alert">{t('refused')}</p>
        </Show>
      </Match>
      <Match when={device.kept()}>
        {(kept) => (
          <>
            <p>
              <b>{t('isOn')}</b>
            </p>
            <Choices legend={t('kinds')}>
              <For each={pushKinds}>
                {(kind: PushKind) => (
                  <Tick
                    checked={kept().alerts[kind]}
                    hint={kind === 'notice' ? t('noticeHint') : undefined}
                    onChange={(yes) => change({ [kind]: yes })}
                  >
                    {t('kind')[kind]}
                  </Tick>
                )}
              </For>
            </Choices>
            <Choices legend={t('whose')}>
              <For each={AMONG}>
                {(policy) => (
                  <Tick
                    type="radio"
                    name="policy"
                    checked={kept().policy === policy}
                    onChange={() => change({}, policy)}
                  >
                    {t('policy')[policy]}
                  </Tick>
                )}
              </For>
            </Choices>
            <p>
              <Button busy={off.busy()} onClick={() => off.run()}>
                {t('turnOff')}
              </Button>
            </p>
          </>
        )}
      </Match>
    </Switch>
  )
}
