import { createSignal, For, Show } from 'solid-js'
import type { DiskUse } from '../../../shared/api/delivery.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { type Loaded, loaded } from '../../lib/loaded.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { house } from '../../locales/en/house.ts'
import { houseDisk } from '../../locales/en/house-disk.ts'
import { Bar } from '../../ui/bar.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Slip } from '../../ui/slip.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'
import { Waiting } from '../shell/waiting.tsx'
import style from './disk.module.css'

const t = texts(houseDisk)
const h = texts(house)
const PATH = '/api/community/v1/admin/disk'
const GIGABYTE = 1024 ** 3
/** The part of all that may be used from which on what is free in the database's file is said. */
const WORTH_SAYING = 0.01

/** What uses the disk, how much may be, and which server takes how much of it. */
export function Disk() {
  const disk = loaded(
    () => undefined,
    (_, signal) => read<DiskUse>(PATH, { signal }),
  )
  return (
    <div class="stack">
      <p class="lede">{t('lede')}</p>
      <Show when={disk.value()} fallback={<Waiting label={h('loading')} from={disk} />}>
        {(now) => (
          <>
            <Used of={now()} onLook={disk.reload} />
            <Show when={!now().fixed} fallback={<p class="hint">{t('fixed')}</p>}>
              <Budget disk={disk} now={now().budget} />
            </Show>
            <Servers of={now().peers} />
          </>
        )}
      </Show>
    </div>
  )
}

const titleOf = ({ stuck, over }: DiskUse) =>
  stuck ? (over ? 'stuckOverTitle' : 'stuckTitle') : over ? 'overTitle' : 'tightTitle'

function Used(props: { of: DiskUse; onLook: () => void }) {
  const used = () => props.of.database + props.of.pictures
  return (
    <section class="stack-s">
      <h2>{t('used', used(), props.of.budget)}</h2>
      <Bar max={props.of.budget} value={used()} />
      <ul>
        <li>{t('database', props.of.database)}</li>
        <li>{t('pictures', props.of.pictures)}</li>
      </ul>
      <Show when={props.of.spare > props.of.budget * WORTH_SAYING}>
        <p class="hint">{t('spare', props.of.spare)}</p>
      </Show>
      <p class="hint">{t('notCounted')}</p>
      <Show when={props.of.tight} fallback={<p>{t('within')}</p>}>
        <Slip tone="warn" role="status">
          <p>
            <b>{t(titleOf(props.of))}</b> {props.of.stuck ? t('stuck') : t('over')}
          </p>
          <p class="row">
            <Button onClick={() => props.onLook()}>{t('look')}</Button>
          </p>
        </Slip>
      </Show>
    </section>
  )
}

function Budget(props: { disk: Loaded<DiskUse>; now: number }) {
  const [most, setMost] = createSignal(String(Number((props.now / GIGABYTE).toFixed(2))))
  const save = submitting(async () => {
    const now = await send<DiskUse>('PUT', PATH, { gigabytes: most() })
    props.disk.set(now)
    toast(t('saved', now.budget))
  })
  const wrong = () => fieldReason(save.error(), 'gigabytes')
  return (
    <Form label={t('most')} onSubmit={save.run}>
      <TextField
        label={t('most')}
        hint={t('mostHint')}
        type="number"
        name="gigabytes"
        min="0.1"
        max="100000"
        step="any"
        required
        value={most()}
        onInput={setMost}
        error={wrong()}
      />
      <Failed error={wrong() ? undefined : save.error()} what={t('notSaved')} />
      <p class="row">
        <Button type="submit" busy={save.busy()}>
          {t('save')}
        </Button>
      </p>
    </Form>
  )
}

function Servers(props: { of: DiskUse['peers'] }) {
  return (
    <section class="stack-s">
      <h2>{t('byServer')}</h2>
      <Show
        when={props.of.length > 0}
        fallback={
          <Empty title={t('none')}>
            <p>{t('noneText')}</p>
          </Empty>
        }
      >
        <p class="hint">{t('byServerHint')}</p>
        <ul class={style.servers}>
          <For each={props.of}>
            {(peer) => (
              <li>
                <a href={`/peers/${encodeURIComponent(peer.domain)}`}>{peer.domain}</a>
                <p class="hint">
                  {t('keeps', peer.pictures, peer.picture_bytes)}; {t('people', peer.people)}, {t('posts', peer.posts)}
                </p>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
