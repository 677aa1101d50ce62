import { Match, Switch } from 'solid-js'
import { formatDate } from '../../../shared/text/figures.ts'
import { texts } from '../../lib/i18n.ts'
import { ruleNotices } from '../../locales/en/rule-notices.ts'
import { session } from '../../session/session.ts'
import { Slip } from '../../ui/slip.tsx'

const t = texts(ruleNotices)

/** Over a member's home: the rules will change, or they have, with the days that are left. */
export function RulesNotice() {
  const rules = () => session()?.rules
  const coming = () => {
    const announced = rules()?.announced
    return announced && !announced.accepted ? announced : undefined
  }
  return (
    <Switch>
      <Match when={rules()?.standing === 'grace'}>
        <Slip tone="info">
          <p>
            <b>{t('graceTitle')}</b> {t('graceDays', rules()?.days_left ?? 0)}{' '}
            <a href="/rules/accept?next=%2Fhome">{t('graceLink')}</a>
          </p>
        </Slip>
      </Match>
      <Match when={coming()}>
        {(next) => (
          <Slip tone="info">
            <p>
              <b>{t('bannerTitle')}</b> {t('banner', formatDate(next().effective_at ?? 0), next().days_left)}{' '}
              <a href={`/rules/${next().version}`}>{t('bannerLink')}</a>
            </p>
          </Slip>
        )}
      </Match>
    </Switch>
  )
}

/** Where one would write: not before the rules are accepted, and that it is no punishment. */
export function GateNotice() {
  return (
    <Slip tone="here">
      <p>
        <b>{t('gateTitle')}</b> {t('gate')}
      </p>
      <p>
        <a href="/rules/accept">{t('gateLink')}</a> · <a href="/rules/leave">{t('gateLeave')}</a>
      </p>
    </Slip>
  )
}
