import { createSignal, For, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { AddressBlock, IpBlock, MailDomainBlock, MailDomainLook, NameBlock } from '../../../shared/api/blocks.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { house } from '../../locales/en/house.ts'
import { houseBlocks } from '../../locales/en/house-blocks.ts'
import { Choices, TextField, Tick } from '../../ui/field.tsx'
import { BlockList } from './block-list.tsx'

const t = texts(houseBlocks)
const h = texts(house)

const SEVERITIES = ['sign_up_requires_approval', 'sign_up_block', 'no_access'] as const
const DAY = 86_400
const LOOK = '/api/community/v1/admin/email_domain_blocks/look'

/** Everything by which people are kept from joining. */
export function Blocks() {
  return (
    <div class="stack">
      <p>{t('lede')}</p>
      <Networks />
      <Providers />
      <BlockList<AddressBlock>
        what="address"
        path="/api/v1/admin/canonical_email_blocks"
        field="email"
        more={() => ({})}
        line={(one) => ({ name: `${one.canonical_email_hash.slice(0, 16)}…`, hint: '' })}
      />
      <Names />
    </div>
  )
}

function Networks() {
  const [draft, setDraft] = createStore({ severity: 'sign_up_block', days: '', comment: '' })
  return (
    <BlockList<IpBlock>
      what="ip"
      path="/api/v1/admin/ip_blocks"
      field="ip"
      more={() => ({
        severity: draft.severity,
        comment: draft.comment,
        ...(draft.days && { expires_in: Number(draft.days) * DAY }),
      })}
      fields={
        <>
          <SeverityChoice value={draft.severity} onChoose={(severity) => setDraft({ severity })} />
          <TextField
            type="number"
            min="1"
            label={t('days')}
            optional={h('optional')}
            hint={t('daysHint')}
            value={draft.days}
            onInput={(days) => setDraft({ days })}
          />
          <TextField
            label={t('comment')}
            optional={h('optional')}
            maxLength={300}
            value={draft.comment}
            onInput={(comment) => setDraft({ comment })}
            dir="auto"
          />
        </>
      }
      line={(one) => ({
        name: one.ip,
        hint: [t('severities')[one.severity], one.expires_at ? t('until', one.expires_at) : '', one.comment]
          .filter(Boolean)
          .join(' · '),
      })}
    />
  )
}

type Severity = (typeof SEVERITIES)[number]

function SeverityChoice(props: { value: string; onChoose: (severity: Severity) => void }) {
  return (
    <Choices legend={t('severity')}>
      <For each={SEVERITIES}>
        {(severity) => (
          <Tick
            type="radio"
            name="severity"
            checked={props.value === severity}
            onChange={() => props.onChoose(severity)}
          >
            {t('severities')[severity]}
          </Tick>
        )}
      </For>
    </Choices>
  )
}

function Providers() {
  const [look, setLook] = createSignal(false)
  const [others, setOthers] = createSignal<string[]>([])
  const lookAt = async (domain: string) => {
    setOthers([])
    const found = await read<MailDomainLook>(`${LOOK}?domain=${encodeURIComponent(domain)}`)
    return () => <Caught look={found} others={others()} onChange={setOthers} />
  }
  return (
    <BlockList<MailDomainBlock>
      what="domain"
      path="/api/v1/admin/email_domain_blocks"
      field="domain"
      more={() => ({ allow_with_approval: look(), other_domains: others() })}
      look={lookAt}
      fields={
        <Tick checked={look()} onChange={setLook}>
          {t('look')}
        </Tick>
      }
      line={(one) => ({
        name: one.domain,
        hint: [
          one.allow_with_approval ? t('withLook') : '',
          t(
            'tries',
            one.history.reduce((sum, { uses }) => sum + Number(uses), 0),
          ),
        ]
          .filter(Boolean)
          .join(' · '),
      })}
    />
  )
}

/** What shutting a provider out would catch, and the hosts of its mail to shut out with it. */
function Caught(props: { look: MailDomainLook; others: string[]; onChange: (others: string[]) => void }) {
  return (
    <div class="stack-s">
      <p>{t('caught', props.look.members, props.look.domain)}</p>
      <Show when={props.look.asked} fallback={<p class="hint">{t('notAsked')}</p>}>
        <Show when={props.look.hosts.length > 0} fallback={<p class="hint">{t('noHosts')}</p>}>
          <Choices legend={t('hosts')} hint={t('hostsHint')}>
            <For each={props.look.hosts}>
              {({ host, members, blocked }) => (
                <Show when={!blocked} fallback={<p>{t('hostBlocked', host)}</p>}>
                  <Tick
                    checked={props.others.includes(host)}
                    onChange={(on) =>
                      props.onChange(on ? [...props.others, host] : props.others.filter((one) => one !== host))
                    }
                    hint={t('behind', members)}
                  >
                    <code>{host}</code>
                  </Tick>
                </Show>
              )}
            </For>
          </Choices>
        </Show>
      </Show>
    </div>
  )
}

function Names() {
  const [draft, setDraft] = createStore({ exact: false, look: false })
  return (
    <BlockList<NameBlock>
      what="name"
      path="/api/community/v1/admin/name_blocks"
      field="username"
      more={() => ({ comparison: draft.exact ? 'equals' : 'contains', allow_with_approval: draft.look })}
      fields={
        <>
          <Tick checked={draft.exact} onChange={(exact) => setDraft({ exact })}>
            {t('exact')}
          </Tick>
          <Tick checked={draft.look} onChange={(look) => setDraft({ look })}>
            {t('look')}
          </Tick>
        </>
      }
      line={(one) => ({
        name: one.username,
        hint: [one.comparison === 'contains' ? t('contains') : '', one.allow_with_approval ? t('withLook') : '']
          .filter(Boolean)
          .join(' · '),
      })}
    />
  )
}
