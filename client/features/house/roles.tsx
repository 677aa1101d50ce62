import { createSignal, For, Show } from 'solid-js'
import type { RoleHolder } from '../../../shared/api/staff.ts'
import type { Account } from '../../../shared/api/wire.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { type Listed, listed } from '../../lib/listed.ts'
import { submitting } from '../../lib/submit.ts'
import { house } from '../../locales/en/house.ts'
import { houseRoles } from '../../locales/en/house-staff.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Choices, TextField, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Line, Lines } from '../people/line.tsx'
import style from '../people/people.module.css'
import { Failed } from '../shell/failed.tsx'

const t = texts(houseRoles)
const h = texts(house)

const ROLES = ['owner', 'admin', 'moderator', 'mediator', 'coordinator', 'steward'] as const
const PATH = '/api/community/v1/admin/roles'

/** Who holds which role, and the way to give one. */
export function Roles() {
  const list = listed<RoleHolder>(() => PATH)
  const [chosen, setChosen] = createSignal<RoleHolder>()
  return (
    <div class="stack">
      <p>{t('lede')}</p>
      <Find
        onFound={(account) =>
          setChosen(list.items()?.find((one) => one.account.id === account.id) ?? { account, roles: [], locked: false })
        }
      />
      <For each={ROLES}>{(role) => <Holders role={role} list={list} onChoose={setChosen} />}</For>
      <Dialog
        open={chosen() !== undefined}
        title={t('changeOf', chosen()?.account.username ?? '')}
        onClose={() => setChosen(undefined)}
      >
        <Show when={chosen()}>
          {(holder) => (
            <ChangeForm
              holder={holder()}
              onDone={() => {
                setChosen(undefined)
                list.reload()
              }}
            />
          )}
        </Show>
      </Dialog>
    </div>
  )
}

interface HoldersProps {
  role: (typeof ROLES)[number]
  list: Listed<RoleHolder>
  onChoose: (holder: RoleHolder) => void
}

function Holders(props: HoldersProps) {
  const holders = () => (props.list.items() ?? []).filter(({ roles }) => roles.includes(props.role))
  return (
    <section class="stack-s">
      <h2>{t('roles')[props.role].title}</h2>
      <p class="hint">{t('roles')[props.role].text}</p>
      <Show when={props.list.items() === undefined || holders().length > 0} fallback={<p>{t('vacant')}</p>}>
        <Lines from={props.list} empty="" emptyText="">
          <For each={holders()}>
            {(holder) => (
              <Line
                first=""
                acts={
                  <Show when={!holder.locked} fallback={<span class="hint">{t('locked')}</span>}>
                    <Button kind="quiet" onClick={() => props.onChoose(holder)}>
                      {t('change')}
                      <span class="sr"> @{holder.account.username}</span>
                    </Button>
                  </Show>
                }
              >
                <p class={style.name}>@{holder.account.username}</p>
              </Line>
            )}
          </For>
        </Lines>
      </Show>
    </section>
  )
}

function Find(props: { onFound: (account: Account) => void }) {
  const [name, setName] = createSignal('')
  const finding = submitting(async () => {
    const acct = encodeURIComponent(name().trim().replace(/^@/, ''))
    props.onFound(await read<Account>(`/api/v1/accounts/lookup?acct=${acct}`))
  })
  return (
    <Form label={t('give')} onSubmit={finding.run}>
      <TextField
        label={t('who')}
        hint={t('whoHint')}
        error={finding.error() ? t('nobody') : undefined}
        value={name()}
        onInput={setName}
        autocomplete="off"
        spellcheck={false}
      />
      <p class="row">
        <Button type="submit" busy={finding.busy()}>
          {t('find')}
        </Button>
      </p>
    </Form>
  )
}

function ChangeForm(props: { holder: RoleHolder; onDone: () => void }) {
  const [held, setHeld] = createSignal<readonly string[]>(props.holder.roles)
  const saving = submitting(async () => {
    const { id, username } = props.holder.account
    await send('PUT', `${PATH}/${id}`, { roles: held() })
    toast(t('changed', username))
    props.onDone()
  })
  return (
    <Form label={t('changeOf', props.holder.account.username)} onSubmit={saving.run}>
      <Choices legend={t('change')}>
        <For each={ROLES}>
          {(role) => (
            <Tick
              checked={held().includes(role)}
              hint={t('roles')[role].text}
              onChange={(on) => setHeld((now) => (on ? [...now, role] : now.filter((one) => one !== role)))}
            >
              {t('roles')[role].title}
            </Tick>
          )}
        </For>
      </Choices>
      <Failed error={saving.error()} what={h('notDone')} />
      <p class="row">
        <Button type="submit" kind="main" busy={saving.busy()}>
          {h('save')}
        </Button>
      </p>
    </Form>
  )
}
