import { createSignal, For, Show } from 'solid-js'
import type { Severed } from '../../../shared/api/peers.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { listed } from '../../lib/listed.ts'
import { loaded } from '../../lib/loaded.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { peers } from '../../locales/en/peers.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Time } from '../../ui/time.tsx'
import { toast } from '../../ui/toast.tsx'
import { Line } from '../people/line.tsx'
import style from '../people/people.module.css'
import { Failed } from '../shell/failed.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { Section } from './peer-about.tsx'

const t = texts(peers)
const BLOCKS = '/api/v1/domain_blocks'

/** The follows of one's own that sleep while a server is cut off. */
export function SeveredPart() {
  const severed = loaded(
    () => undefined,
    (_, signal) => read<Severed[]>('/api/community/v1/severed', { signal }),
  )
  return (
    <Section id="severed" title={t('severed')} hint={t('severedHint')}>
      <Show when={severed.value()} fallback={<Waiting label={t('loading')} from={severed} />}>
        {(all) => (
          <Show when={all().length > 0} fallback={<p>{t('severedNone')}</p>}>
            <ul class={style.list}>
              <For each={all()}>{(one) => <SeveredLine severed={one} />}</For>
            </ul>
          </Show>
        )}
      </Show>
    </Section>
  )
}

function SeveredLine(props: { severed: Severed }) {
  const names = (people: Severed['following']) => people.map(({ acct }) => `@${acct}`).join(', ')
  return (
    <Line
      below
      first={
        <span class="hint">
          {t('severedSince')} <Time at={props.severed.severed_at} as="date" />
        </span>
      }
      acts={<></>}
    >
      <p class={style.name}>{props.severed.domain}</p>
      <p dir="auto">{props.severed.reason || t('noReason')}</p>
      <Show when={props.severed.ends_at}>
        {(ends) => (
          <p class="hint">
            {t('until')} <Time at={ends()} as="date" />
          </p>
        )}
      </Show>
      <Show when={props.severed.following.length > 0}>
        <p>
          {t('youFollowed')}: {names(props.severed.following)}
        </p>
      </Show>
      <Show when={props.severed.followers.length > 0}>
        <p>
          {t('followedYou')}: {names(props.severed.followers)}
        </p>
      </Show>
    </Line>
  )
}

/** The servers that one blocks for oneself, and a way to add one. */
export function BlockedPart() {
  const list = listed<string>(() => BLOCKS)
  const [domain, setDomain] = createSignal('')
  const add = submitting(async () => {
    await send('POST', BLOCKS, { domain: domain() })
    setDomain('')
    list.reload()
    toast(t('blockedMine'))
  })
  const remove = async (name: string) => {
    await send('DELETE', BLOCKS, { domain: name })
    list.change((items) => items.filter((other) => other !== name))
    toast(t('unblocked', name))
  }
  return (
    <Section id="blocked" title={t('blocked')} hint={t('blockedHint')}>
      <Form label={t('block')} onSubmit={add.run}>
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          name="domain"
          autocomplete="off"
          autocapitalize="none"
          value={domain()}
          onInput={setDomain}
          error={fieldReason(add.error(), 'domain')}
        />
        <Failed error={add.error()} what={t('notDone')} />
        <p class="row">
          <Button type="submit" busy={add.busy()}>
            {t('block')}
          </Button>
        </p>
      </Form>
      <Show when={list.items()} fallback={<Waiting label={t('loading')} from={list} />}>
        <Show when={list.items()?.length} fallback={<p>{t('blockedNone')}</p>}>
          <ul class={style.list}>
            <For each={list.items()}>
              {(name) => (
                <Line
                  below
                  first={<></>}
                  acts={
                    <Button kind="quiet" onClick={() => remove(name).catch((error) => toast(String(error.message)))}>
                      {t('unblock')}
                      <span class="sr"> {name}</span>
                    </Button>
                  }
                >
                  <p class={style.name}>{name}</p>
                </Line>
              )}
            </For>
          </ul>
        </Show>
      </Show>
    </Section>
  )
}
